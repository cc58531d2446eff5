namespace Clipper.Core.LinearAlgebra;

/// <summary>Where the left factor of a <see cref="PanelProduct"/> lies: element (r, k) stands at r·Row + (k div
/// Inners)· Outer + (k mod Inners)·Inner. So rows, columns and rows that are cut into panels are read in
/// place.</summary>
/// <param name="Row">From one row to the next.</param>
/// <param name="Outer">From one run of k to the next.</param>
/// <param name="Outers">Number of runs.</param>
/// <param name="Inner">From one k to the next within a run.</param>
/// <param name="Inners">Length of a run.</param>
internal readonly record struct LeftSteps(int Row, int Outer, int Outers, int Inner, int Inners);
