//! Which entry of a rubric's lists is being read.

use std::fmt;

/// An entry of a list of the rubric, or of a list inside of one: `dimensions[0].areas[2]`. It is
/// written out only where a fault needs it.
#[derive(Clone, Copy)]
pub(super) struct Entry([Option<(&'static str, usize)>; 3]);

impl Entry {
    /// An entry of a list at the top.
    pub fn of(list: &'static str, index: usize) -> Self {
        Self([Some((list, index)), None, None])
    }

    /// An entry of a list inside of this entry, which is one inside of another at the most.
    pub fn inner(self, list: &'static str, index: usize) -> Self {
        let [first, second, _] = self.0;
        Self(if second.is_none() { [first, Some((list, index)), None] } else { [first, second, Some((list, index))] })
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (depth, (list, index)) in self.0.iter().flatten().enumerate() {
            let dot = if depth > 0 { "." } else { "" };
            write!(f, "{dot}{list}[{index}]")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_named_from_the_outside_in() {
        let area = Entry::of("dimensions", 0).inner("areas", 12);
        assert_eq!(area.to_string(), "dimensions[0].areas[12]");
        assert_eq!(area.inner("questions", 3).to_string(), "dimensions[0].areas[12].questions[3]");
    }
}
