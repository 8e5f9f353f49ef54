//! A few words that are known, to be told from all the others of a text.

use super::chunk;

/// Each word sets two of so many bits: that one of them is not set says at once that a word is not known.
const BITS: usize = 1 << 16;

/// Words that are known, each with what is known of it.
///
/// Only for lists of our own: somebody who chose its words could have all of them under one number.
#[derive(Debug)]
pub(super) struct Known<T> {
    bits: Vec<u64>,
    entries: Vec<(u64, T)>,
}

impl<T> Known<T> {
    /// Words in small letters of ASCII, each with what is known of it.
    pub(super) fn new(words: impl Iterator<Item = (&'static str, T)>) -> Self {
        let mut bits = vec![0; BITS / 64];
        let mut entries: Vec<(u64, T)> =
            words.map(|(word, value)| (hash(word.as_bytes()), value)).collect();
        entries.sort_by_key(|(hash, _)| *hash);
        for bit in entries.iter().flat_map(|(hash, _)| two_bits(*hash)) {
            bits[bit / 64] |= 1 << (bit % 64);
        }
        Self { bits, entries }
    }

    /// What is known of the word that has this hash, and of others that happen to have it too.
    pub(super) fn under(&self, hash: u64) -> impl Iterator<Item = &T> {
        self.same(hash).iter().map(|(_, value)| value)
    }

    fn same(&self, hash: u64) -> &[(u64, T)] {
        let [one, other] = two_bits(hash).map(|bit| self.bits[bit / 64] >> (bit % 64));
        if one & other & 1 == 0 {
            return &[];
        }
        let first = self.entries.partition_point(|(other, _)| *other < hash);
        let all = &self.entries[first..];
        let count = all.iter().take_while(|(other, _)| *other == hash).count();
        &all[..count]
    }
}

const fn two_bits(hash: u64) -> [usize; 2] {
    [(hash >> 48) as usize % BITS, (hash >> 32) as usize % BITS]
}

/// A number that different words seldom share, and words of up to eight letters never.
pub(super) fn hash(word: &[u8]) -> u64 {
    let chunks = (0..word.len()).step_by(chunk::BYTES);
    chunks.fold(0, |hash, start| mix(hash, chunk::at(word, start)))
}

/// A place among so many for a word of at most sixteen letters.
pub(super) const fn place(letters: [u64; 2], places: usize) -> usize {
    (mix(mix(0, letters[0]), letters[1]) >> 32) as usize % places
}

/// As [`hash`], for the next letters of a word.
pub(super) const fn mix(hash: u64, letters: u64) -> u64 {
    // The multiplier of rustc's own hash of words, from the golden ratio.
    (hash.rotate_left(5) ^ letters).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[cfg(test)]
mod tests {
    use super::{Known, hash};

    #[test]
    fn a_word_is_found_by_its_letters_and_no_other_is() {
        let words = ["rest", "sleeping", "psychotherapist", "a"];
        let known = Known::new(words.into_iter().zip(words));
        let found = |word: &str| known.under(hash(word.as_bytes())).copied().collect::<Vec<_>>();
        for word in words {
            assert_eq!(found(word), [word]);
        }
        for word in ["rests", "tser", "sleepinf", "psychotherapists", ""] {
            assert!(found(word).is_empty(), "{word}");
        }
    }
}
