//! Numbers to corners on the unit circle; screen and drawings share them.

/// A point: x to the right, y upward, the circle has radius 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Upward.
    pub y: f64,
}

/// The point at `radius` (0..=1) on axis `axis` of `axes`: the first points up, the rest follow clockwise.
pub fn corner(axis: usize, axes: usize, radius: f64) -> Point {
    let angle = std::f64::consts::TAU * axis as f64 / axes.max(1) as f64;
    Point { x: radius * libm::sin(angle), y: radius * libm::cos(angle) }
}

/// The closed outline through one radius (0..=1) per axis.
pub fn outline(radii: &[f64]) -> Vec<(Point, Point)> {
    let corners: Vec<Point> = radii.iter().enumerate().map(|(i, r)| corner(i, radii.len(), *r)).collect();
    (0..corners.len()).map(|i| (corners[i], corners[(i + 1) % corners.len()])).collect()
}

/// Where a level line at the height `y` crosses an outline.
pub fn crossings(outline: &[(Point, Point)], y: f64) -> Vec<f64> {
    let crossed = outline.iter().filter(|(a, b)| (a.y > y) != (b.y > y));
    crossed.map(|(a, b)| (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x).collect()
}

/// Whether a point on a line with these crossings lies inside the outline.
pub fn is_inside(crossings: &[f64], x: f64) -> bool {
    crossings.iter().filter(|crossing| x < **crossing).count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_axes_point_up_right_down_left() {
        let corners: Vec<(i32, i32)> =
            (0..4).map(|i| corner(i, 4, 1.0)).map(|p| (p.x.round() as i32, p.y.round() as i32)).collect();
        assert_eq!(corners, [(0, 1), (1, 0), (0, -1), (-1, 0)]);
    }

    #[test]
    fn the_middle_is_inside_and_beyond_a_corner_is_not() {
        let radii = [0.6, 0.8, 0.4, 0.5];
        let outline = outline(&radii);
        assert!(is_inside(&crossings(&outline, 0.0), 0.0));
        assert!(!is_inside(&crossings(&outline, 0.7), 0.0));
        assert!(!is_inside(&crossings(&outline, 0.5), 0.5));
    }
}
