import com.adobe.epubcheck.tool.EpubChecker;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Judges e-books with EPUBCheck's own command line, called again and again in one JVM: it takes one book at a time.
 *
 * For each book one line, "PASS" or "FAIL", "epub", path, with tabs between; below it what EPUBCheck said,
 * indented. Warnings fail as errors do, hints (-u) are only told. Exits 1 if anything failed.
 */
public final class EpubChecks {
    public static void main(String[] paths) {
        PrintStream verdicts = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean good = paths.length > 0;
        for (String path : paths) {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            PrintStream ear = new PrintStream(said, true, StandardCharsets.UTF_8);
            System.setOut(ear);
            System.setErr(ear);
            int status = new EpubChecker().run(new String[] {path, "-u", "--failonwarnings"});
            verdicts.println((status == 0 ? "PASS" : "FAIL") + "\tepub\t" + path);
            said.toString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> status == 0 ? line.startsWith("USAGE") : !line.isBlank())
                    .forEach(line -> verdicts.println("    " + line));
            good &= status == 0;
        }
        System.exit(good ? 0 : 1);
    }
}
