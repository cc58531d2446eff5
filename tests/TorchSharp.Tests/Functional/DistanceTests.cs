using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.Functional;

public sealed class DistanceTests
{
    [Fact]
    public void Normalized_rows_have_length_1_and_zeros_stay()
    {
        using var x = Values.Of([2, 2], 3, 4, 0, 0);

        Values.AssertEqual(normalize(x), [2, 2], 0.6, 0.8, 0, 0);
        Values.AssertEqual(normalize(x, p: 1, dim: 0), [2, 2], 1, 1, 0, 0);
    }

    [Fact]
    public void Cosine_similarity_is_the_product_of_directions()
    {
        using var x = Values.Of([1, 2], 3, 4);
        using var y = Values.Of([1, 2], 4, 3);

        Values.AssertEqual(cosine_similarity(x, y), [1], 24.0 / 25);
    }

    [Fact]
    public void Nearest_and_bilinear_interpolation_have_their_values()
    {
        using var x = Values.Of([1, 1, 1, 2], 0, 4);

        Values.AssertEqual(interpolate(x, [1, 4]), [1, 1, 1, 4], 0, 0, 4, 4);
        Values.AssertEqual(
            interpolate(x, [1, 4], mode: InterpolationMode.Bilinear), [1, 1, 1, 4], 0, 1, 3, 4);
        Values.AssertEqual(
            interpolate(x, [1, 5], mode: InterpolationMode.Bilinear, align_corners: true), [1, 1, 1, 5], 0, 1, 2, 3, 4);
    }

    [Fact]
    public void Bicubic_interpolation_uses_the_kernel_with_a_of_minus_three_quarters()
    {
        using var x = Values.Of([1, 1, 1, 4], 0, 0, 8, 8);

        using var wide = interpolate(x, scale_factor: [1, 2], mode: InterpolationMode.Bicubic);

        // Weights at a quarter: -0.10546875, 0.87890625, 0.26171875, -0.03515625.
        Values.AssertEqual(wide[0, 0, 0, 3..5], [2], 8 * 0.2265625, 8 * 0.7734375);
    }

    [Fact]
    public void Antialiased_halving_averages()
    {
        using var x = Values.Of([1, 1, 1, 4], 0, 0, 8, 8);

        using var half = interpolate(x, [1, 2], mode: InterpolationMode.Bilinear, antialias: true);

        Values.AssertEqual(half, [1, 1, 1, 2], 8.0 / 7, 48.0 / 7);
    }
}
