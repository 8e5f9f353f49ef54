//! Writes the pairs of words that British and American writers spell differently.

use std::collections::{BTreeMap, BTreeSet};
use varcon::{Category, Entry, Tag, VARCON};

/// Rarer words than this (by SCOWL's levels) are left out.
const LEVEL: usize = 60;

const HEAD: &str = "\
# Words that British and American writers spell differently: American, British. A line that begins with `~` has a
# word that Oxford spells as Americans do, so that only the second tells where its writer is at home.
# Made by tests/conformance/spelling from varcon 1.0 (MIT OR Apache-2.0, https://github.com/crate-ci/typos), which has it
# from VarCon by Kevin Atkinson (http://wordlist.aspell.net).
";

/// Pairs that are not what they seem: other words, names of things, or spellings that both sides use.
const NOT: &[&str] = &[
    "arbores", "artifact", "artifacts", "ax", "balk", "balked", "balking", "balks", "cardie", "costumier", "dolor", "dolors", "ecus",
    "epaulet", "epaulets", "evil", "fayer", "flutist", "flutists", "furor", "furors", "groined", "heme", "honoree", "honorees",
    "kindergartner", "kindergartners", "livable", "lupines", "manila", "mantes", "maters", "medalist", "medalists", "niter", "niters",
    "novene", "organdy", "patine", "patined", "peddler", "peddlers", "perv", "phony", "practiced", "practicing", "reprized", "ruble",
    "rubles", "slier", "sliest", "snowshed", "specialties", "specialty", "tidbit", "tidbits", "totalizator", "totalizators",
    "unpracticed", "virtualization", "wackes", "raveled", "raveling",
];

fn main() {
    let mut uses: BTreeMap<&str, BTreeSet<(bool, u8)>> = BTreeMap::new();
    for entry in VARCON.iter().flat_map(|cluster| cluster.entries) {
        for variant in entry.variants {
            for kind in variant.types {
                let is_american = match kind.category {
                    Category::American => true,
                    Category::BritishIse | Category::BritishIze => false,
                    _ => continue,
                };
                let rank = match kind.tag {
                    None | Some(Tag::Eq) => 0,
                    Some(Tag::Variant) => 1,
                    Some(_) => 2,
                };
                uses.entry(variant.word).or_default().insert((is_american, rank));
            }
        }
    }
    let used = |word: &str, american: bool| uses[word].iter().any(|(by, rank)| *by == american && *rank < 2);
    let mut lines = BTreeSet::new();
    for cluster in VARCON.iter().filter(|cluster| cluster.level <= LEVEL) {
        for entry in cluster.entries.iter().filter(|entry| !entry.archaic) {
            for american in first(entry, Category::American).into_iter().filter(|word| is_plain(word)) {
                let oxford = first(entry, Category::BritishIze);
                let british = first(entry, Category::BritishIse);
                let oxford = if oxford.is_empty() { &british } else { &oxford };
                for other in oxford.iter().filter(|other| **other != american) {
                    if !used(american, false) && !used(other, true) {
                        lines.insert(format!("{american}\t{other}"));
                    }
                }
                for other in british.iter().filter(|_| oxford.contains(&american) && american.contains('z') && cluster.level <= 50) {
                    if *other != american && !used(other, true) {
                        lines.insert(format!("~{american}\t{other}"));
                    }
                }
            }
        }
    }
    print!("{HEAD}");
    lines.iter().for_each(|line| println!("{line}"));
}

/// The words that those writers put first.
fn first(entry: &Entry, category: Category) -> Vec<&'static str> {
    let is_first = |types: &[varcon::Type]| types.iter().any(|kind| kind.category == category && kind.tag.is_none());
    entry.variants.iter().filter(|variant| is_first(variant.types)).map(|variant| variant.word).collect()
}

/// No genitives and names, and no forms that only a table of endings has, such as `behavioraler`.
fn is_plain(word: &str) -> bool {
    const MADE_UP: &[&str] = &[
        "aler", "alest", "abler", "ablest", "ouser", "ousest", "lier", "liest", "llier", "lliest", "nesses", "edder", "eddest",
        "lesser", "lessest", "icer", "icest", "fuler", "fulest", "rrer", "rrest", "nner", "nnest", "somer", "somest", "ables", "edlies",
        "iter", "itest", "eds", "glies", "icals", "bilities", "tics", "ologies", "ings",
    ];
    word.bytes().all(|byte| byte.is_ascii_lowercase())
        && !NOT.contains(&word)
        && !word.starts_with("sulf")
        && !MADE_UP.iter().any(|ending| word.ends_with(ending))
}
