using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Conversions of whole modules, which return the module with its own type.</summary>
public static class ModuleExtensionMethods
{
    public static T to<T>(this T module, ScalarType type, bool non_blocking = false)
        where T : nn.Module
    {
        module.Convert(type, null);
        return module;
    }

    public static T to<T>(this T module, Device device, ScalarType type, bool non_blocking = false)
        where T : nn.Module
    {
        module.Convert(type, device);
        return module;
    }

    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false)
        where T : nn.Module =>
        module.to(new Device(deviceType, deviceIndex), non_blocking);

    public static T to<T>(this T module, Device device, bool non_blocking = false)
        where T : nn.Module
    {
        module.Convert(null, device);
        return module;
    }

    public static T to<T>(this T module, string device, bool non_blocking = false)
        where T : nn.Module =>
        module.to(new Device(device), non_blocking);

    /// <summary>To the element type and device of a tensor.</summary>
    public static T to<T>(this T module, Tensor other, bool non_blocking = false)
        where T : nn.Module =>
        module.to(other.device, other.dtype, non_blocking);
}
