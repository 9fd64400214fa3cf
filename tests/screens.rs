//! Every screen in both languages and several sizes.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "support/stage.rs"]
mod stage;

use gradus::lang::Lang;
use stage::Stage;

const ANSWERS: &str = "N1.1=3 N2.1=2+partly N3.1=2 N4.1=2 N5.1=1+mostly N6.1=3 R1.1=3+partly R2.1=2 R3.1=2+partly R4.1=3 R5.1=2 R6.1=na:rented O1.1=2 O2.1=1 O3.1=2 O4.1=1+partly O5.1=2 O6.1=2 A1.1=3 A2.1=2+partly A3.1=3 A4.1=1 A5.1=unknown A6.1=2";

#[test]
fn look() {
    let lang = if std::env::var("ZH").is_ok() { Lang::Zh } else { Lang::En };
    for (w, h) in [(80, 24), (60, 20), (120, 40), (140, 45)] {
        let mut s = Stage::answered(lang, w, h, ANSWERS);
        println!("=== {w}x{h}\n{}", s.screen());
        s.keys("y");
        println!("{}", s.screen());
        s.keys("<Enter>");
        println!("{}", s.screen());
        s.keys("<Enter>");
        println!("{}", s.screen());
        s.keys("r");
        println!("{}", s.screen());
        s.keys("b");
        println!("{}", s.screen());
        s.keys("w");
        println!("{}", s.screen());
        s.keys("wnHello world<Esc>");
        s.keys("?");
        println!("{}", s.screen());
        s.keys("q/R3");
        println!("{}", s.screen());
        s.keys("<Enter>e");
        println!("{}", s.screen());
        s.keys("<Esc>S");
        println!("{}", s.screen());
    }
}
