//! Pages about many organisations: the same blocks as lines, Markdown or a web page.

use crate::lang::Lang;
use crate::report::Format;
use crate::report::html::{page_lang, policy};
use crate::report::marks::inline;
use crate::text::{fit, pad, pad_left, width};

/// Widest first column of a table of lines.
const NAME: usize = 26;
const STYLE: &str = "body{margin:0 auto;padding:1.5rem;max-width:60rem;font:.95rem/1.45 system-ui,\"Segoe UI\",\"PingFang SC\",\"Microsoft YaHei\",\"Noto Sans CJK SC\",sans-serif;color:#111418;background:#fff}h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:1.6rem}table{border-collapse:collapse}th,td{border-bottom:1px solid #b9c0c8;padding:.2rem .6rem .2rem 0;text-align:right;font-variant-numeric:tabular-nums}th:first-child{text-align:left}tbody th{font-weight:400}p{margin:.25rem 0}@media (prefers-color-scheme:dark){body{color:#e8eaed;background:#16191d}th,td{border-color:#3a4149}}@media (max-width:34rem){body{padding:1rem .8rem}table{display:block;overflow-x:auto;white-space:nowrap}table,thead,tbody,tr,th:first-child{background:inherit}th:first-child{position:sticky;left:0;min-width:7rem;white-space:normal}}@media print{body{max-width:none;padding:0;font-size:10pt;color:#000;background:#fff}h1,h2{break-after:avoid}tr{break-inside:avoid}}";

/// A part of the page.
pub(in crate::report) enum Block {
    Title(String),
    Heading(&'static str),
    Line(String),
    /// Head and rows; the first column holds names, the others numbers.
    Table(Vec<String>, Vec<Vec<String>>),
}

/// The blocks as a web page, as Markdown, or without a format as lines for a terminal.
pub(in crate::report) fn page(blocks: Vec<Block>, format: Option<Format>, lang: Lang) -> String {
    match format {
        None => lines(blocks),
        Some(Format::Html) => html(blocks, lang),
        Some(_) => markdown(blocks),
    }
}

/// As lines for a terminal.
fn lines(blocks: Vec<Block>) -> String {
    let mut out: Vec<String> = Vec::new();
    for block in blocks {
        match block {
            Block::Title(text) | Block::Line(text) => out.push(text),
            Block::Heading(text) => out.extend([String::new(), text.to_owned()]),
            Block::Table(head, rows) => out.extend(columns(&head, &rows)),
        }
    }
    out.push(String::new());
    out.join("\n")
}

/// A table with its columns below one another.
fn columns(head: &Vec<String>, rows: &[Vec<String>]) -> Vec<String> {
    let all: Vec<&Vec<String>> = std::iter::once(head).chain(rows).collect();
    let wide = |c: usize| all.iter().filter_map(|r| r.get(c)).map(|t| width(t)).max().unwrap_or(0);
    let widths: Vec<usize> = (0..head.len()).map(wide).collect();
    let line = |row: &&Vec<String>| {
        let cell = |(c, text): (usize, &String)| match c {
            0 => pad(&fit(text, NAME), widths[0].min(NAME)),
            c => pad_left(text, widths[c]),
        };
        let cells: Vec<String> = row.iter().enumerate().map(cell).collect();
        format!("  {}", cells.join("  ").trim_end())
    };
    all.iter().map(line).collect()
}

/// As Markdown.
fn markdown(blocks: Vec<Block>) -> String {
    let row = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|c| inline(c)).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let block = |block: Block| match block {
        Block::Title(text) => format!("# {}\n", inline(&text)),
        Block::Heading(text) => format!("## {text}\n"),
        Block::Line(text) => format!("{}\n", inline(&text)),
        Block::Table(head, rows) => {
            let rule = format!("| --- |{}\n", " ---: |".repeat(head.len().saturating_sub(1)));
            let rows: Vec<String> = rows.iter().map(|cells| row(cells)).collect();
            format!("{}{rule}{}", row(&head), rows.concat())
        }
    };
    blocks.into_iter().map(block).collect::<Vec<_>>().join("\n")
}

/// As a web page of its own.
fn html(blocks: Vec<Block>, lang: Lang) -> String {
    let element = |name: &str, text: &str| format!("<{name}>{}</{name}>\n", escaped(text));
    let head_row = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|c| format!("<th scope=\"col\">{}</th>", escaped(c))).collect();
        format!("<thead>\n<tr>{}</tr>\n</thead>\n", cells.concat())
    };
    let row = |cells: &Vec<String>| {
        let cell = |(c, text): (usize, &String)| match c {
            0 => format!("<th scope=\"row\">{}</th>", escaped(text)),
            _ => format!("<td>{}</td>", escaped(text)),
        };
        format!("<tr>{}</tr>\n", cells.iter().enumerate().map(cell).collect::<Vec<_>>().concat())
    };
    let mut title = String::new();
    let mut block = |block: Block| match block {
        Block::Title(text) => {
            title = escaped(&text);
            element("h1", &text)
        }
        Block::Heading(text) => element("h2", text),
        Block::Line(text) => element("p", &text),
        Block::Table(head, rows) => {
            // A head of its own stands on every page that a printed table goes on to.
            let rows: Vec<String> = rows.iter().map(row).collect();
            format!("<table>\n{}<tbody>\n{}</tbody>\n</table>\n", head_row(&head), rows.concat())
        }
    };
    let body = blocks.into_iter().map(&mut block).collect::<Vec<_>>().concat();
    let (lang, policy) = (page_lang(lang), policy(STYLE));
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n",
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
