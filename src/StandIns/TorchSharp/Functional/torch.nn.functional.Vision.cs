using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// Resizes images, [n, c, h, w], to a size or by factors. libtorch's half-pixel grid, that of its corners
            /// where align_corners; antialias only for bilinear and bicubic.
            /// </summary>
            /// <exception cref="NotSupportedException">The mode is for other than two dimensions.</exception>
            public static Tensor interpolate(
                Tensor x, long[]? size = null, double[]? scale_factor = null,
                InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null,
                bool recompute_scale_factor = false, bool antialias = false)
            {
                if (scale_factor is not null && recompute_scale_factor)
                {
                    size = scale_factor.Select((factor, i) => (long)Math.Floor(x.size(i + 2) * factor)).ToArray();
                    scale_factor = null;
                }

                return mode switch
                {
                    InterpolationMode.Nearest => Aten.One("upsample_nearest2d.vec", x, size, scale_factor),
                    InterpolationMode.NearestExact => Aten.One("_upsample_nearest_exact2d.vec", x, size, scale_factor),
                    InterpolationMode.Bilinear => Smooth("bilinear2d"),
                    InterpolationMode.Bicubic => Smooth("bicubic2d"),
                    _ => throw new NotSupportedException($"Interpolation mode {mode} is not supported here."),
                };

                Tensor Smooth(string kernel) => Aten.One(
                    antialias ? $"_upsample_{kernel}_aa.vec" : $"upsample_{kernel}.vec",
                    x, size, align_corners ?? false, scale_factor);
            }
        }
    }
}
