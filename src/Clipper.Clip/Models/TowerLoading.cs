using System.Runtime.InteropServices;
using Clipper.Core.Errors;
using TorchSharp;
using static TorchSharp.torch;

namespace Clipper.Clip.Models;

/// <summary>Puts a tower with its weights onto a device.</summary>
internal static class TowerLoading
{
    /// <summary>Creates the tower and fills it; what does not become whole is disposed.</summary>
    /// <param name="description">The model.</param>
    /// <param name="device">Where the tower goes.</param>
    /// <param name="create">Makes it with unfilled parameters.</param>
    /// <param name="fill">Reads its weights.</param>
    /// <exception cref="UsageException">The device's memory does not hold the weights.</exception>
    public static T Load<T>(ModelDescription description, Device device, Func<T> create, Action<T> fill)
        where T : nn.Module
    {
        T? tower = null;
        try
        {
            tower = create();
            fill(tower);
            return tower;
        }
        catch (ExternalException error) when (DeviceMemory.IsExhausted(error))
        {
            tower?.Dispose();
            throw new UsageException(Advice(description, device), error);
        }
        catch
        {
            tower?.Dispose();
            throw;
        }
    }

    private static string Advice(ModelDescription description, Device device)
    {
        string what =
            $"The memory of device {device} does not hold the weights of '{description.Name}'; free some of it";
        return device.type == DeviceType.CPU
            ? $"{what}, or use a smaller model."
            : $"{what} (nvidia-smi says who has it), or use --device cpu, another GPU, a narrower --dtype or a smaller "
                + "model.";
    }
}
