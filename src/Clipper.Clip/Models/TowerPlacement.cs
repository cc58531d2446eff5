using Clipper.Core.Errors;
using TorchSharp;
using static TorchSharp.torch;

namespace Clipper.Clip.Models;

/// <summary>Where and in which numbers a vision tower computes.</summary>
/// <param name="Device">The device.</param>
/// <param name="Linear">Type of the linear layers' parameters and factors.</param>
/// <param name="Stream">Type of everything between them: tokens, norms, attention, activations.</param>
/// <param name="CutsOnDevice">Whether images are copied to the device as they are and normalised and cut into patches
/// there; else the processor does so before.</param>
internal sealed record TowerPlacement(Device Device, ScalarType Linear, ScalarType Stream, bool CutsOnDevice)
{
    /// <summary>The usual one. On a CPU, where narrow numbers are quick in products alone, all else is float32; on a
    /// GPU a tower is narrow from end to end, so that fused attention gets tensors of a type that it has kernels
    /// for.</summary>
    /// <param name="device">auto, cpu, cuda or cuda:i.</param>
    /// <param name="precision">In which numbers the linear layers compute.</param>
    /// <exception cref="UsageException">There is no such device, or it cannot do the precision.</exception>
    public static TowerPlacement Of(string device, Precision precision)
    {
        var place = DeviceChoice.Resolve(device);
        var type = Precisions.TypeOf(precision);
        if (place.type != DeviceType.CPU)
        {
            return new TowerPlacement(place, type, type, CutsOnDevice: true);
        }

        Precisions.RequireOnCpu(precision, Precisions.ProcessorHasBFloat16);
        return new TowerPlacement(place, type, ScalarType.Float32, CutsOnDevice: false);
    }
}
