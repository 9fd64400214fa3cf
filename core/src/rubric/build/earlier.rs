//! Version maps: what became of the questions of earlier versions.

use std::collections::HashSet;
use std::fmt::Display;

use crate::format::{FileEarlier, FileMapped};

use super::number::number;
use super::text::id;
use super::tree::Tree;
use super::{Checked, Faults};
use crate::order;
use crate::rubric::fault::Fault;
use crate::rubric::upgrade::{Earlier, Fate, Mapped};
use crate::rubric::{Id, QuestionIx, Scale, Version};
use crate::text::Clean;

const FATES: &str = "same, reworded, rescaled, split, merged, new, retired";

pub(super) fn read(
    entries: &[FileEarlier],
    scale: &Scale,
    tree: &Tree,
    version: Version,
    faults: &Faults,
) -> Vec<Earlier> {
    let mut seen = HashSet::new();
    let mut read = Vec::with_capacity(entries.len());
    for (i, entry) in entries.iter().enumerate() {
        let path = format!("earlier[{i}]");
        let at = format!("{path}.version");
        let Some(earlier) = Version::parse(&entry.version).filter(|v| *v < version) else {
            faults.note(Fault::NotEarlier { found: Clean::line(&entry.version) }.at(at));
            continue;
        };
        if !seen.insert(earlier) {
            faults.note(Fault::DuplicateId { id: Clean::line(&entry.version), first: "earlier".to_owned() }.at(at));
        }
        let maps = entry.map.iter().enumerate();
        let map: Vec<Mapped> =
            maps.filter_map(|(k, m)| faults.kept(mapped(m, scale, tree, &format_args!("{path}.map[{k}]")))).collect();
        for (what, twice) in [("old", first_twice(map.iter().flat_map(|m| &m.old))), ("new", twice_new(&map, tree))] {
            if let Some(id) = twice {
                let id = Clean::line(id.as_str());
                faults.note(Fault::DuplicateId { id, first: format!("{path}.map") }.at(format!("{path}.map.{what}")));
            }
        }
        read.push(Earlier { version: earlier, map });
    }
    read
}

fn first_twice<'i>(mut ids: impl Iterator<Item = &'i Id>) -> Option<&'i Id> {
    let mut seen = HashSet::new();
    ids.find(|id| !seen.insert(*id))
}

fn twice_new<'t>(map: &[Mapped], tree: &'t Tree) -> Option<&'t Id> {
    first_twice(map.iter().flat_map(|m| &m.new).map(|q| &tree.questions[q.0].id))
}

fn mapped(entry: &FileMapped, scale: &Scale, tree: &Tree, path: &dyn Display) -> Checked<Mapped> {
    let at = |member: &str| format!("{path}.{member}");
    let old = entry.old.iter().map(|old| id(old, &at("old"))).collect::<Checked<Vec<Id>>>()?;
    let place = |new: &String| {
        let found = Id::new(new).and_then(|id| tree.by_id.get(&id).copied());
        found.ok_or_else(|| Fault::UnknownId { id: Clean::line(new) }.at(at("new")))
    };
    let new = entry.new.iter().map(place).collect::<Checked<Vec<QuestionIx>>>()?;
    let one_or_more = 1..=usize::MAX;
    let several = 2..=usize::MAX;
    let (fate, olds, news) = match entry.kind.as_str() {
        "same" => (Fate::Same, 1..=1, 1..=1),
        "reworded" => (Fate::Reworded, 1..=1, 1..=1),
        "rescaled" => (Fate::Rescaled(levels(entry, scale, &at("levels"))?), 1..=1, 1..=1),
        "split" => (Fate::Split, 1..=1, several),
        "merged" => (Fate::Merged, several, 1..=1),
        "new" => (Fate::New, 0..=0, one_or_more),
        "retired" => (Fate::Retired, one_or_more, 0..=0),
        other => return Err(Fault::UnknownWord { found: Clean::line(other), allowed: FATES }.at(at("kind"))),
    };
    for (member, found, needed) in [("old", old.len(), olds), ("new", new.len(), news)] {
        if !needed.contains(&found) {
            return Err(Fault::Count { found, needed: *needed.start() }.at(at(member)));
        }
    }
    if !entry.levels.0.is_empty() && !matches!(fate, Fate::Rescaled(_)) {
        return Err(Fault::UnknownId { id: Clean::line("levels") }.at(at("levels")));
    }
    Ok(Mapped { fate, old, new })
}

/// Old value → new value, by old value; a better answer never becomes a worse one.
fn levels(entry: &FileMapped, scale: &Scale, path: &dyn Display) -> Checked<Vec<(f64, f64)>> {
    let one = |(old, new): &(String, f64)| {
        let from = old.parse::<f64>().ok().filter(|v| v.is_finite());
        let from = from.ok_or_else(|| Fault::OutOfRange { found: old.clone(), range: "0..100".to_owned() }.at(path))?;
        Ok((from, number(*new, 0.0, f64::from(scale.max()), &format_args!("{path}.{old}"))?))
    };
    let mut levels = entry.levels.0.iter().map(one).collect::<Checked<Vec<(f64, f64)>>>()?;
    if levels.is_empty() {
        return Err(Fault::Empty.at(path));
    }
    order::by(&mut levels, |a, b| a.0.total_cmp(&b.0));
    if levels.windows(2).any(|pair| pair[1].1 < pair[0].1) {
        return Err(Fault::NotRising.at(path));
    }
    Ok(levels)
}
