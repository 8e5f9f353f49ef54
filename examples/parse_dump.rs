fn main() {
    for f in std::env::args().skip(1) {
        let s = offprint::Source::new(f.clone(), std::fs::read_to_string(&f).unwrap());
        match offprint::parse(&s) {
            Ok(o) => {
                print!(
                    "{}",
                    offprint::diagnostic::Style::Plain.render(&o.diagnostics, &s.clone().into())
                );
                if std::env::var("D").is_ok() {
                    println!("{:#?}", o.value);
                }
                println!("{} {}", o.value.metadata.title, o.value.word_count())
            }
            Err(e) => {
                println!("ERR {e}");
            }
        }
    }
}
