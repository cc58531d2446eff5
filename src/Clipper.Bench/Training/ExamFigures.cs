namespace Clipper.Bench.Training;

/// <summary>What a model can do with combinations that it was not trained on.</summary>
/// <param name="ZeroShotAccuracy">Share of pictures of one object whose nearest text, of the names of all 72 training
/// combinations, is the right one; chance is 1/72.</param>
/// <param name="ImprintedAccuracy">The same with weights imprinted from 5 pictures each of the 12 held-out
/// combinations; chance is 1/12.</param>
/// <param name="ZeroShotMap">Mean over the 24 shapes and colours of the average precision with which a label's text
/// ranks pictures of 1 or 2 objects.</param>
/// <param name="ImprintedMap">mAP of 5-way 5-shot <c>mwi</c> episodes on pictures of 1 or 2 objects of all training
/// combinations, the held-out ones among them: a shape needs several colours there.</param>
public sealed record ExamFigures(
    double ZeroShotAccuracy, double ImprintedAccuracy, double ZeroShotMap, double ImprintedMap);
