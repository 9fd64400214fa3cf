//! Pictures of screens that are kept in `tests/snapshots`, one per screen and language, with one part per size.

use gradus::lang::Lang;

use crate::stage::Stage;

/// Draws a scene in both languages and every size, and holds it against the kept picture.
pub fn check(name: &str, sizes: &[(u16, u16)], scene: impl Fn(Lang, u16, u16) -> Stage) {
    for lang in Lang::ALL {
        let drawn = sizes
            .iter()
            .map(|(columns, rows)| format!("===== {columns}x{rows}\n{}", scene(lang, *columns, *rows).screen()));
        let drawn = drawn.collect::<String>();
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("../snapshots");
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(format!("{name}_{}", lang.code()), drawn));
    }
}
