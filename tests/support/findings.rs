//! What assessments of a computer show of their rubric.

use gradus::measure::Reply;
use gradus::measure::reliability::{Findings, Study, Votes, repeated};
use gradus::rubric::Depth;

use super::stage;

/// What so many organisations show, of whom many do not know what N2 is about and all answer N3 alike.
pub fn findings(organisations: usize) -> Findings {
    let rubric = stage::icp();
    let mut study = Study::new(&rubric, Depth::Quick);
    for n in 0..organisations {
        let reply = |q: usize| {
            let k = ((n * 7 + (n + q) % 3) % 5) as f64;
            match q {
                2 if n % 3 == 0 => Reply::Unknown,
                4 => Reply::Rated { x: 2.0, k: 2.0 },
                _ => Reply::Rated { x: k, k },
            }
        };
        study.add(&(0..rubric.questions.len()).map(reply).collect::<Vec<_>>());
    }
    let pairs: Vec<[f64; 2]> = (0..12).map(|n| [f64::from(n % 5), f64::from(n % 5) + f64::from(n % 2) / 4.0]).collect();
    let mut votes = Votes::new(&rubric);
    votes.add_room(rubric.questions.iter().take(8).map(|q| (q, &[0, 2, 3, 0, 0, 0][..])));
    Findings {
        organisations,
        depth: Depth::Quick,
        dimensions: study.findings(),
        repeated: rubric.dimensions.iter().map(|_| repeated(&pairs)).collect(),
        rooms: votes.findings(),
    }
}
