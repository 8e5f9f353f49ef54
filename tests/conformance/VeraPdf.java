import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Judges PDF files by PDF/UA-1 and by PDF/A: 3a where a file says that it is of part 3, else 2a; all in one JVM.
 *
 * For each file and flavour one line, "PASS" or "FAIL", flavour, path, with tabs between; below a FAIL
 * the first findings, indented. Exits 1 if anything failed.
 */
public final class VeraPdf {
    private static final int FINDINGS = 10;

    public static void main(String[] paths) {
        VeraGreenfieldFoundryProvider.initialise();
        boolean good = paths.length > 0;
        for (String path : paths) {
            for (String flavour : List.of("ua1", archival(new File(path)))) {
                Collection<String> findings = judge(new File(path), PDFAFlavour.fromString(flavour));
                System.out.println((findings.isEmpty() ? "PASS" : "FAIL") + "\t" + flavour + "\t" + path);
                findings.stream().limit(FINDINGS).forEach(finding -> System.out.println("    " + finding));
                if (findings.size() > FINDINGS) {
                    System.out.println("    … and " + (findings.size() - FINDINGS) + " more");
                }
                good &= findings.isEmpty();
            }
        }
        System.exit(good ? 0 : 1);
    }

    /** What the metadata claims, which are never compressed; whether it is true is what veraPDF finds out. */
    private static String archival(File file) {
        try {
            String text = Files.readString(file.toPath(), StandardCharsets.ISO_8859_1);
            return text.contains("<pdfaid:part>3</pdfaid:part>") ? "3a" : "2a";
        } catch (IOException unreadable) {
            return "2a";
        }
    }

    /** The rules that the file breaks, each with the first place; a file that cannot be read at all is wrong too. */
    private static Collection<String> judge(File file, PDFAFlavour flavour) {
        Map<String, String> findings = new LinkedHashMap<>();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            for (TestAssertion failed : result.getTestAssertions()) {
                String rule = failed.getRuleId().getClause() + "-" + failed.getRuleId().getTestNumber();
                findings.putIfAbsent(rule,
                        rule + "  " + failed.getMessage() + "  at " + failed.getLocation().getContext());
            }
            if (findings.isEmpty() && !result.isCompliant()) {
                return List.of("not compliant, but no assertion says why");
            }
        } catch (Exception unreadable) {
            return List.of(unreadable.toString());
        }
        return findings.values();
    }
}
