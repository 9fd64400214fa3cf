words! {
    /// Whether files are whole.
    HealthWords {
        whole: "完好", "whole";
    }
}
