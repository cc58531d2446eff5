using System.Globalization;
using Clipper.Core.Errors;
using TorchSharp;

namespace Clipper.Clip.Models;

/// <summary>Reads the option <c>--device auto|cpu|cuda[:i]</c>.</summary>
internal static class DeviceChoice
{
    /// <summary>The device; auto is CUDA where there is one.</summary>
    /// <exception cref="UsageException">Another word, or a CUDA device that is not there.</exception>
    public static torch.Device Resolve(string device)
    {
        if (device == "auto")
        {
            return torch.cuda.is_available() ? torch.device(DeviceType.CUDA, 0) : torch.CPU;
        }

        if (device == "cpu")
        {
            return torch.CPU;
        }

        int index = 0;
        string[] parts = device.Split(':');
        bool known = parts[0] == "cuda" && parts.Length <= 2
            && int.TryParse(
                parts.Length == 1 ? "0" : parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out index);
        if (!known)
        {
            throw new UsageException($"device '{device}' is not known; use auto, cpu, cuda or cuda:<index>.");
        }

        int devices = torch.cuda.is_available() ? torch.cuda.device_count() : 0;
        return index < devices
            ? torch.device(DeviceType.CUDA, index)
            : throw new UsageException($"device '{device}' is not there; {devices} CUDA devices are found.");
    }
}
