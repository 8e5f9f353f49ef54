//! Eight bytes of a text at once: words are so short that most are looked at in one step.

/// The highest bit of every byte; a mask has it where something holds of the byte.
const HIGH: u64 = 0x8080_8080_8080_8080;
const ONES: u64 = 0x0101_0101_0101_0101;

/// How many bytes a chunk has.
pub(super) const BYTES: usize = 8;

/// The bytes from a place on, the first of them lowest; behind the end there are zeros.
pub(super) fn at(bytes: &[u8], start: usize) -> u64 {
    let rest = bytes.get(start..).unwrap_or_default();
    match rest.first_chunk::<BYTES>() {
        Some(chunk) => u64::from_le_bytes(*chunk),
        None => {
            let mut padded = [0; BYTES];
            padded.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
            u64::from_le_bytes(padded)
        }
    }
}

/// Where bytes are from `first` to `last`, both of ASCII.
const fn between(chunk: u64, first: u8, last: u8) -> u64 {
    // A sum has the highest bit where the byte is large enough; a byte that has it already is not of ASCII.
    let low = chunk & !HIGH;
    let from_first = low + ONES * (0x80 - first as u64);
    let behind_last = low + ONES * (0x7f - last as u64);
    from_first & !behind_last & !chunk & HIGH
}

/// Where letters of ASCII stand.
pub(super) const fn letters(chunk: u64) -> u64 {
    // A capital and its small letter differ by one bit.
    between(small(chunk), b'a', b'z')
}

/// Where letters and digits of ASCII stand.
pub(super) const fn letters_and_digits(chunk: u64) -> u64 {
    letters(chunk) | between(chunk, b'0', b'9')
}

/// Where capitals of ASCII stand.
pub(super) const fn capitals(chunk: u64) -> u64 {
    between(chunk, b'A', b'Z')
}

/// Where spaces, line ends and other control characters stand.
pub(super) const fn spaces(chunk: u64) -> u64 {
    between(chunk, 0, b' ')
}

/// With small letters for capitals; what is no letter is another byte then.
pub(super) const fn small(chunk: u64) -> u64 {
    chunk | (ONES * 0x20)
}

/// How many bytes from the first on a mask holds of.
pub(super) const fn run(mask: u64) -> usize {
    (!mask & HIGH).trailing_zeros() as usize / 8
}

/// How many bytes there are before the first that a mask holds of.
pub(super) const fn before(mask: u64) -> usize {
    mask.trailing_zeros() as usize / 8
}

/// Only the first bytes, and zeros for the others.
pub(super) const fn first(chunk: u64, count: usize) -> u64 {
    if count >= BYTES { chunk } else { chunk & !(u64::MAX << (8 * count)) }
}

#[cfg(test)]
mod tests {
    use super::{at, before, capitals, first, letters, letters_and_digits, run, small, spaces};

    #[test]
    fn every_byte_is_told_from_every_other() {
        for byte in 0..=u8::MAX {
            let chunk = at(&[byte; 8], 0);
            let holds = |mask: u64, expected: bool| {
                assert_eq!(
                    (run(mask), before(mask)),
                    if expected { (8, 0) } else { (0, 8) },
                    "{byte}"
                );
            };
            holds(letters(chunk), byte.is_ascii_alphabetic());
            holds(letters_and_digits(chunk), byte.is_ascii_alphanumeric());
            holds(capitals(chunk), byte.is_ascii_uppercase());
            holds(spaces(chunk), byte <= b' ');
        }
    }

    #[test]
    fn a_run_ends_where_another_byte_stands() {
        let text = "Rest, \u{e9}".as_bytes();
        let chunk = at(text, 0);
        assert_eq!((run(letters(chunk)), before(spaces(chunk))), (4, 5));
        assert_eq!(first(small(chunk), 4).to_le_bytes(), *b"rest\0\0\0\0");
        assert_eq!((run(letters(at(text, 6))), run(letters(at(text, 99)))), (0, 0));
        assert_eq!(run(letters(at(b"relaxing", 0))), 8);
    }
}
