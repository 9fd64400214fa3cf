//! The parts of a workbook, and how they refer to one another.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use super::xml::Xml;
use super::{MAX_UNPACKED, Unreadable, broken};
use crate::text::Clean;

/// The XML inside of a zip by its name in lower case, as names there are compared.
pub(super) struct Parts(HashMap<String, String>);

impl Parts {
    /// A few bytes can unpack to gigabytes; so what is unpacked is counted while it is.
    pub fn unpack(bytes: &[u8]) -> Result<Self, Unreadable> {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken("zip", &e))?;
        let mut parts = HashMap::new();
        let mut left = MAX_UNPACKED;
        for place in 0..archive.len() {
            let file = archive.by_index(place).map_err(|e| broken("zip", &e))?;
            let name = file.name().map_err(|e| broken("zip", &e))?.replace('\\', "/").to_ascii_lowercase();
            if !matches!(name.rsplit('.').next(), Some("xml" | "rels")) {
                continue;
            }
            let mut part = Vec::new();
            file.take(left as u64 + 1).read_to_end(&mut part).map_err(|e| broken(&name, &e))?;
            left = left.checked_sub(part.len()).ok_or(Unreadable::TooLarge)?;
            let text = String::from_utf8(part).map_err(|e| broken(&name, &e))?;
            parts.insert(name, text);
        }
        Ok(Self(parts))
    }

    /// A part by its name.
    pub fn xml<'a>(&'a self, part: &'a str) -> Result<Xml<'a>, Unreadable> {
        let text = self.0.get(part).ok_or_else(|| Unreadable::Broken(Clean::line(part)))?;
        Ok(Xml::new(part, text.trim_start_matches('\u{feff}')))
    }

    /// What a part refers to; nothing, if there is no such list.
    pub fn relations(&self, list: &str) -> Result<Vec<Relation>, Unreadable> {
        if !self.0.contains_key(list) {
            return Ok(Vec::new());
        }
        // A list stands in the folder `_rels` beside what it is about.
        let folder = list.rsplit_once("_rels/").map_or("", |(folder, _)| folder.trim_end_matches('/'));
        let mut xml = self.xml(list)?;
        let mut relations = Vec::new();
        while let Some(tag) = xml.open_within("Relationships")? {
            let [id, kind, target] = ["Id", "Type", "Target"].map(|name| xml.attribute(&tag, name));
            if let (Some(id), Some(kind), Some(target)) = (id?, kind?, target?) {
                relations.push(Relation { id, kind, part: join(folder, &target).to_ascii_lowercase() });
            }
        }
        Ok(relations)
    }

    /// The sheets of cells that a workbook lists: a sheet of charts has none.
    pub fn sheets(&self, path: &str, relations: &[Relation]) -> Result<Vec<String>, Unreadable> {
        let mut xml = self.xml(path)?;
        let mut sheets = Vec::new();
        while let Some(tag) = xml.open_within("workbook")? {
            if tag.local_name().as_ref() == "sheet" {
                let id = xml.attribute(&tag, "id")?;
                let relation = relations.iter().find(|r| r.is("worksheet") && Some(&r.id) == id.as_ref());
                sheets.extend(relation.map(|r| r.part.clone()));
            }
        }
        Ok(sheets)
    }

    /// The texts that cells share.
    pub fn strings(&self, part: &str) -> Result<Vec<String>, Unreadable> {
        let mut xml = self.xml(part)?;
        let mut strings = Vec::new();
        while let Some(tag) = xml.open_within("sst")? {
            if tag.local_name().as_ref() == "si" {
                strings.push(xml.rich_text("si")?);
            }
        }
        Ok(strings)
    }
}

/// That a part refers to another.
pub(super) struct Relation {
    id: String,
    /// An address whose last piece says what the other one is.
    kind: String,
    /// The other part.
    pub part: String,
}

impl Relation {
    /// Whether the other one is of a kind.
    pub fn is(&self, kind: &str) -> bool {
        self.kind.rsplit('/').next() == Some(kind)
    }
}

/// A path within the zip, as a part in `folder` writes it.
pub(super) fn join(folder: &str, target: &str) -> String {
    let (start, target) = target.strip_prefix('/').map_or((folder, target), |whole| ("", whole));
    let mut steps: Vec<&str> = start.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => drop(steps.pop()),
            "." | "" => {}
            step => steps.push(step),
        }
    }
    steps.join("/")
}
