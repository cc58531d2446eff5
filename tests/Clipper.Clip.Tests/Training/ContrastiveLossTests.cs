using Clipper.Clip.Runtime;
using Clipper.Clip.Training;
using static TorchSharp.torch;

namespace Clipper.Clip.Tests.Training;

public sealed class ContrastiveLossTests
{
    private static readonly float[,] _images = { { 1, 0 }, { 0, 1 }, { 0.6f, 0.8f } };
    private static readonly float[,] _texts = { { 0.8f, 0.6f }, { 0, 1 }, { 1, 0 } };

    public ContrastiveLossTests() => TorchRuntime.Start();

    [Fact]
    public void Loss_where_each_caption_is_true_of_its_own_picture_is_clips()
    {
        bool[] truth = [true, false, false, false, true, false, false, false, true];

        Assert.Equal(Expected(truth), Computed(truth), 5);
    }

    [Fact]
    public void Captions_that_are_true_of_several_pictures_share_the_target()
    {
        bool[] truth = [true, false, true, true, true, true, false, false, true];

        Assert.Equal(Expected(truth), Computed(truth), 5);
    }

    [Fact]
    public void What_is_in_doubt_counts_for_nothing()
    {
        bool[] truth = [true, false, true, false, true, false];
        bool[] doubt = [false, false, false, true, false, false];
        using var scope = NewDisposeScope();

        double loss = ContrastiveLoss.Of(
            Rows(_images).narrow(0, 0, 2), Rows(_texts), full(1, 7f), truth, doubt).item<float>();

        // Logits 5.6, 0, 7 and (4.2 left out), 7, 0; the caption that is left alone in its column costs nothing.
        double first = Math.Log(Math.Exp(5.6) + 1 + Math.Exp(7)) - 6.3;
        double second = Math.Log(Math.Exp(7) + 1) - 7;
        double column = Math.Log(1 + Math.Exp(7)) - 7;
        double last = Math.Log(Math.Exp(7) + 1) - 7;
        Assert.Equal((((first + second) / 2) + ((0 + column + last) / 3)) / 2, loss, 1e-5);
    }

    [Fact]
    public void Caption_that_is_true_of_no_picture_has_no_column()
    {
        bool[] truth = [true, false, false, true, false, false, true, false, false];
        using var scope = NewDisposeScope();

        double loss = ContrastiveLoss.Of(Rows(_images), Rows(_texts), full(1, 7f), truth).item<float>();

        int[] all = [0, 1, 2];
        double rows = all.Average(i => CrossEntropy(j => Logit(i, j), j => j == 0));
        double column = CrossEntropy(j => Logit(j, 0), j => true) / 3;
        Assert.Equal((rows + column) / 2, loss, 1e-5);
    }

    private static double Computed(bool[] truth)
    {
        using var scope = NewDisposeScope();
        return ContrastiveLoss.Of(Rows(_images), Rows(_texts), full(1, 7f), truth).item<float>();
    }

    private static Tensor Rows(float[,] values) => tensor(values.Cast<float>().ToArray()).view(3, 2);

    // Means of -Σ target · log softmax over rows and over columns.
    private static double Expected(bool[] truth)
    {
        double sum = 0;
        for (int i = 0; i < 3; i++)
        {
            sum += CrossEntropy(j => Logit(i, j), j => truth[(i * 3) + j]);
            sum += CrossEntropy(j => Logit(j, i), j => truth[(j * 3) + i]);
        }

        return sum / 6;
    }

    private static double CrossEntropy(Func<int, double> logit, Func<int, bool> isTrue)
    {
        int[] all = [0, 1, 2];
        double normalizer = Math.Log(all.Sum(j => Math.Exp(logit(j))));
        return all.Where(isTrue).Average(j => normalizer - logit(j));
    }

    private static double Logit(int i, int j) =>
        7 * ((_images[i, 0] * _texts[j, 0]) + (_images[i, 1] * _texts[j, 1]));
}
