//! Charts, and where they lie on their sheet.

use super::{RELATIONS, quoted};
use crate::report::book::tags::Tags;
use crate::report::book::{Chart, ChartKind, Sheet, Value, place};

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const SHAPES: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";

/// How large a chart is: 460 by 320 pixels.
const SIZE: &str = "<xdr:ext cx=\"4381500\" cy=\"3048000\"/>";
/// The line of a radar.
const LINE: &str = "<c:spPr><a:ln w=\"28575\"><a:solidFill><a:srgbClr val=\"4A7EBB\"/></a:solidFill></a:ln></c:spPr>\
    <c:marker><c:symbol val=\"diamond\"/><c:size val=\"7\"/><c:spPr><a:solidFill><a:srgbClr val=\"4A7EBB\"/>\
    </a:solidFill></c:spPr></c:marker>";
/// The inside of a bar.
const FILL: &str = "<c:spPr><a:solidFill><a:srgbClr val=\"4F81BD\"/></a:solidFill></c:spPr>\
    <c:invertIfNegative val=\"0\"/>";
/// The lines behind a chart.
const GRID: &str = "<c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"BFBFBF\"/></a:solidFill>\
    </a:ln></c:spPr></c:majorGridlines>";

/// The part that says where the charts lie: chart `n` is what `rId{n}` refers to.
pub(super) fn drawing(charts: &[Chart]) -> String {
    let mut xml = Tags::new("xdr:wsDr", &[("xmlns:xdr", DRAWING), ("xmlns:a", SHAPES)]);
    for (number, chart) in (1_u32..).zip(charts) {
        let (row, column) = chart.corner;
        let (relation, id) = (format!("rId{number}"), (number + 1).to_string());
        xml.open("xdr:oneCellAnchor", &[]);
        xml.open("xdr:from", &[]);
        xml.leaf("xdr:col", &[], &column.to_string());
        xml.leaf("xdr:colOff", &[], "0");
        xml.leaf("xdr:row", &[], &row.to_string());
        xml.leaf("xdr:rowOff", &[], "0");
        xml.close();
        xml.fixed(SIZE);
        xml.open("xdr:graphicFrame", &[("macro", "")]);
        xml.open("xdr:nvGraphicFramePr", &[]);
        xml.empty("xdr:cNvPr", &[("id", &id), ("name", &format!("Chart {number}")), ("descr", chart.shows)]);
        xml.fixed("<xdr:cNvGraphicFramePr/>");
        xml.close();
        xml.fixed("<xdr:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm>");
        xml.open("a:graphic", &[]);
        xml.open("a:graphicData", &[("uri", CHART)]);
        xml.empty("c:chart", &[("xmlns:c", CHART), ("xmlns:r", RELATIONS), ("r:id", &relation)]);
        xml.close();
        xml.close();
        xml.close();
        xml.fixed("<xdr:clientData/>");
        xml.close();
    }
    xml.done()
}

/// The part of one chart of a sheet.
pub(super) fn part(sheet: &Sheet, chart: &Chart) -> String {
    let mut xml = Tags::new("c:chartSpace", &[("xmlns:c", CHART), ("xmlns:a", SHAPES)]);
    xml.fixed("<c:roundedCorners val=\"0\"/>");
    xml.open("c:chart", &[]);
    xml.fixed("<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r>");
    xml.leaf("a:t", &[], chart.title);
    xml.fixed("</a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title><c:autoTitleDeleted val=\"0\"/>");
    xml.open("c:plotArea", &[]);
    xml.fixed("<c:layout/>");
    let (element, settings) = match chart.kind {
        ChartKind::Radar => ("c:radarChart", "<c:radarStyle val=\"marker\"/><c:varyColors val=\"0\"/>"),
        ChartKind::Bars => {
            ("c:barChart", "<c:barDir val=\"bar\"/><c:grouping val=\"clustered\"/><c:varyColors val=\"0\"/>")
        }
    };
    xml.open(element, &[]);
    xml.fixed(settings);
    series(&mut xml, sheet, chart);
    xml.fixed("<c:axId val=\"1\"/><c:axId val=\"2\"/>");
    xml.close();
    axes(&mut xml, chart);
    xml.close();
    xml.fixed("<c:plotVisOnly val=\"1\"/>");
    xml.done()
}

/// The cells that are drawn, and what stands in them now: not every program looks there.
fn series(xml: &mut Tags, sheet: &Sheet, chart: &Chart) {
    xml.open("c:ser", &[]);
    xml.fixed("<c:idx val=\"0\"/><c:order val=\"0\"/>");
    xml.open("c:tx", &[]);
    xml.leaf("c:v", &[], chart.series);
    xml.close();
    xml.fixed(match chart.kind {
        ChartKind::Radar => LINE,
        ChartKind::Bars => FILL,
    });
    let (names, scores) = chart.columns;
    points(xml, sheet, chart, names, ["c:cat", "c:strRef", "c:strCache"]);
    points(xml, sheet, chart, scores, ["c:val", "c:numRef", "c:numCache"]);
    xml.close();
}

/// The cells of a column, in the elements of their kind from the outside to the inside.
fn points(xml: &mut Tags, sheet: &Sheet, chart: &Chart, column: u16, elements: [&'static str; 3]) {
    let (first, count) = chart.rows;
    let [axis, reference, cache] = elements;
    xml.open(axis, &[]);
    xml.open(reference, &[]);
    let cells = place::range((first, column), (first + count - 1, column), "$");
    xml.leaf("c:f", &[], &format!("{}!{cells}", quoted(&sheet.name)));
    xml.open(cache, &[]);
    xml.empty("c:ptCount", &[("val", &count.to_string())]);
    for (at, row) in sheet.rows.iter().skip(first).take(count).enumerate() {
        let written = match row.cells.get(&column).map(|cell| &cell.value) {
            Some(Value::Text(text)) => text.clone(),
            Some(Value::Number(number)) => number.to_string(),
            Some(Value::Blank) | None => continue,
        };
        xml.open("c:pt", &[("idx", &at.to_string())]);
        xml.leaf("c:v", &[], &written);
        xml.close();
    }
    xml.close();
    xml.close();
    xml.close();
}

/// The axis of the names, then that of the scores.
fn axes(xml: &mut Tags, chart: &Chart) {
    let is_radar = chart.kind == ChartKind::Radar;
    // Bars lie on their side: the names stand at the left and are counted from below.
    let (order, names_at, scores_at) = if is_radar { ("minMax", "b", "l") } else { ("maxMin", "l", "t") };
    xml.open("c:catAx", &[]);
    xml.fixed("<c:axId val=\"1\"/>");
    xml.open("c:scaling", &[]);
    xml.empty("c:orientation", &[("val", order)]);
    xml.close();
    xml.fixed("<c:delete val=\"0\"/>");
    xml.empty("c:axPos", &[("val", names_at)]);
    if is_radar {
        xml.fixed(GRID);
    }
    xml.fixed("<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/>");
    xml.fixed("<c:crossAx val=\"2\"/><c:crosses val=\"autoZero\"/><c:auto val=\"1\"/><c:lblAlgn val=\"ctr\"/>");
    xml.fixed("<c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"0\"/>");
    xml.close();
    xml.open("c:valAx", &[]);
    xml.fixed("<c:axId val=\"2\"/>");
    xml.open("c:scaling", &[]);
    xml.fixed("<c:orientation val=\"minMax\"/>");
    xml.empty("c:max", &[("val", &chart.scale.1.to_string())]);
    xml.empty("c:min", &[("val", &chart.scale.0.to_string())]);
    xml.close();
    xml.fixed("<c:delete val=\"0\"/>");
    xml.empty("c:axPos", &[("val", scores_at)]);
    xml.fixed(GRID);
    xml.fixed("<c:numFmt formatCode=\"0\" sourceLinked=\"0\"/><c:majorTickMark val=\"cross\"/>");
    xml.fixed("<c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"1\"/>");
    xml.fixed("<c:crosses val=\"autoZero\"/><c:crossBetween val=\"between\"/><c:majorUnit val=\"1\"/>");
    xml.close();
}
