//! The shapes of a chart, drawn by plotters on a grid ten times finer than the pixel (plotters rounds to whole units;
//! on a fine grid slopes stay smooth).

use crate::figure::ChartError;
use crate::hatch::{Bounds, stripes, stripes_in};
use crate::palette::Colour;
use plotters::coord::Shift;
use plotters::coord::types::RangedCoordf64;
use plotters::element::{Circle, DashedPathElement, PathElement, Polygon, Rectangle};
use plotters::prelude::{Cartesian2d, DrawingArea, IntoDrawingArea, RGBColor, SVGBackend};
use plotters::style::{Color, ShapeStyle};
use std::ops::Range;

/// Grid units in one pixel; the unit of the picture's viewBox.
pub(crate) const GRID: f64 = 10.0;

/// A place in pixels as grid units.
pub(crate) fn grid(pixels: f64) -> i32 {
    (pixels * GRID).round() as i32
}

/// A rectangle in pixels, y down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Region {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Region {
    pub(crate) fn width(self) -> f64 {
        self.right - self.left
    }

    pub(crate) fn height(self) -> f64 {
        self.bottom - self.top
    }
}

/// The sheet plotters draws on; x and y in pixels.
pub(crate) struct Sheet<'a> {
    area: DrawingArea<SVGBackend<'a>, Shift>,
}

/// The part of a sheet with a scale of its own: x and y in the chart's values.
pub(crate) struct Plot<'a> {
    area: DrawingArea<SVGBackend<'a>, Cartesian2d<RangedCoordf64, RangedCoordf64>>,
}

/// Draws on a fresh sheet of `width` x `height` pixels and gives the SVG that plotters wrote.
pub(crate) fn draw<F>(width: u32, height: u32, drawing: F) -> Result<String, ChartError>
where
    F: FnOnce(&Sheet<'_>) -> Result<(), ChartError>,
{
    let mut svg = String::with_capacity(64 * 1024);
    {
        let size = (grid(f64::from(width)) as u32, grid(f64::from(height)) as u32);
        let sheet = Sheet { area: SVGBackend::with_string(&mut svg, size).into_drawing_area() };
        drawing(&sheet)?;
        sheet.area.present().map_err(refused)?;
    }
    Ok(svg)
}

impl<'a> Sheet<'a> {
    /// A scale over `region`: x and y values from left to right and from bottom to top. Every bound is finite.
    pub(crate) fn plot(&self, region: Region, x: Range<f64>, y: Range<f64>) -> Result<Plot<'a>, ChartError> {
        let bounds = [x.start, x.end, y.start, y.end, region.left, region.right, region.top, region.bottom];
        if bounds.iter().any(|bound| !bound.is_finite()) || x.is_empty() || y.is_empty() {
            return Err(ChartError::NoScale { bounds: format!("{x:?} by {y:?}") });
        }
        let pixels = (grid(region.left)..grid(region.right), grid(region.bottom)..grid(region.top));
        Ok(Plot { area: self.area.apply_coord_spec(Cartesian2d::new(x, y, pixels)) })
    }

    pub(crate) fn rectangle(&self, region: Region, colour: Colour) -> Result<(), ChartError> {
        let corners = [(grid(region.left), grid(region.top)), (grid(region.right), grid(region.bottom))];
        self.area.draw(&Rectangle::new(corners, filled(colour))).map_err(refused)
    }

    /// A straight line `thick` pixels wide.
    pub(crate) fn line(&self, from: (f64, f64), to: (f64, f64), thick: f64, colour: Colour) -> Result<(), ChartError> {
        let ends = [(grid(from.0), grid(from.1)), (grid(to.0), grid(to.1))];
        self.area.draw(&PathElement::new(ends, stroked(colour, thick))).map_err(refused)
    }

    /// Dashes from one point to another: `dash` pixels drawn, as many left out.
    pub(crate) fn dashes(
        &self,
        points: &[(f64, f64)],
        (dash, thick): (f64, f64),
        colour: Colour,
    ) -> Result<(), ChartError> {
        let points: Vec<_> = points.iter().map(|(x, y)| (grid(*x), grid(*y))).collect();
        let dash = grid(dash).max(1);
        let path = DashedPathElement::new(points, dash, dash, stroked(colour, thick));
        self.area.draw(&path).map_err(refused)
    }

    pub(crate) fn dot(&self, (x, y): (f64, f64), radius: f64, colour: Colour) -> Result<(), ChartError> {
        self.area.draw(&Circle::new((grid(x), grid(y)), grid(radius), filled(colour))).map_err(refused)
    }

    /// A filled polygon with these corners in pixels.
    pub(crate) fn polygon(&self, corners: &[(f64, f64)], colour: Colour) -> Result<(), ChartError> {
        let corners: Vec<_> = corners.iter().map(|(x, y)| (grid(*x), grid(*y))).collect();
        self.area.draw(&Polygon::new(corners, filled(colour))).map_err(refused)
    }

    /// A line through points in pixels.
    pub(crate) fn path(&self, points: &[(f64, f64)], thick: f64, colour: Colour) -> Result<(), ChartError> {
        let points: Vec<_> = points.iter().map(|(x, y)| (grid(*x), grid(*y))).collect();
        self.area.draw(&PathElement::new(points, stroked(colour, thick))).map_err(refused)
    }

    /// Stripes of `colour` over a convex polygon with these corners in pixels, cut to it.
    pub(crate) fn hatch_polygon(&self, corners: &[(f64, f64)], scale: f64, colour: Colour) -> Result<(), ChartError> {
        let corners: Vec<_> = corners.iter().map(|(x, y)| (grid(*x), grid(*y))).collect();
        for stripe in stripes_in(&corners, grid(1.3 * scale), grid(5.2 * scale)) {
            self.area.draw(&Polygon::new(stripe, filled(colour))).map_err(refused)?;
        }
        Ok(())
    }

    /// Stripes of `colour` that fall from left to right over a rectangle in grid units, cut to it.
    pub(crate) fn hatch_back(&self, bounds: Bounds, scale: f64, colour: Colour) -> Result<(), ChartError> {
        // The stripes of the mirrored rectangle, mirrored back.
        let mirrored = Bounds { left: -bounds.right, right: -bounds.left, ..bounds };
        for stripe in stripes(mirrored, grid(2.6 * scale), grid(5.2 * scale)) {
            let stripe: Vec<_> = stripe.into_iter().map(|(x, y)| (-x, y)).collect();
            self.area.draw(&Polygon::new(stripe, filled(colour))).map_err(refused)?;
        }
        Ok(())
    }

    /// Level rules of `colour` over a rectangle in grid units, counted from the picture's top.
    pub(crate) fn rules(&self, bounds: Bounds, scale: f64, colour: Colour) -> Result<(), ChartError> {
        let (apart, thick) = (grid(4.5 * scale), grid(0.9 * scale));
        let mut top = (bounds.top + apart - 1).div_euclid(apart) * apart;
        while top + thick <= bounds.bottom {
            let corners = [(bounds.left, top), (bounds.right, top + thick)];
            self.area.draw(&Rectangle::new(corners, filled(colour))).map_err(refused)?;
            top += apart;
        }
        Ok(())
    }

    /// Stripes of `colour` over a rectangle in grid units, cut to it.
    pub(crate) fn hatch(&self, bounds: Bounds, scale: f64, colour: Colour) -> Result<(), ChartError> {
        for stripe in stripes(bounds, grid(2.2 * scale), grid(6.6 * scale)) {
            self.area.draw(&Polygon::new(stripe, filled(colour))).map_err(refused)?;
        }
        Ok(())
    }
}

impl Plot<'_> {
    /// Where a pair of values lies, in pixels.
    pub(crate) fn place(&self, x: f64, y: f64) -> (f64, f64) {
        let (x, y) = self.area.map_coordinate(&(x, y));
        (f64::from(x) / GRID, f64::from(y) / GRID)
    }

    /// The rectangle between two pairs of values, in grid units.
    pub(crate) fn bounds(&self, x: Range<f64>, y: Range<f64>) -> Bounds {
        let (left, bottom) = self.area.map_coordinate(&(x.start, y.start));
        let (right, top) = self.area.map_coordinate(&(x.end, y.end));
        Bounds { left, top, right, bottom }
    }

    pub(crate) fn column(&self, x: Range<f64>, y: Range<f64>, colour: Colour) -> Result<(), ChartError> {
        let corners = [(x.start, y.start), (x.end, y.end)];
        self.area.draw(&Rectangle::new(corners, filled(colour))).map_err(refused)
    }

    /// A line through pairs of values, `thick` pixels wide.
    pub(crate) fn curve(&self, values: &[(f64, f64)], thick: f64, colour: Colour) -> Result<(), ChartError> {
        self.area.draw(&PathElement::new(values.to_vec(), stroked(colour, thick))).map_err(refused)
    }
}

fn ink(colour: Colour) -> RGBColor {
    RGBColor(colour.0, colour.1, colour.2)
}

fn filled(colour: Colour) -> ShapeStyle {
    ink(colour).filled()
}

fn stroked(colour: Colour, thick: f64) -> ShapeStyle {
    ink(colour).stroke_width(grid(thick).max(1) as u32)
}

fn refused<E: std::fmt::Display>(error: E) -> ChartError {
    ChartError::Drawing { fact: error.to_string() }
}
