using System.Runtime.Intrinsics.X86;
using Clipper.Core.Errors;
using static TorchSharp.torch;

namespace Clipper.Clip.Models;

/// <summary>Names of the precisions, and what a device can do with them.</summary>
public static class Precisions
{
    private const int FeatureLeaf = 7;
    private const int Avx512BFloat16Bit = 5; // of eax, subleaf 1
    private const int AmxBFloat16Bit = 22; // of edx, subleaf 0

    /// <summary>All, by the names that the command line and experiments use.</summary>
    public static IReadOnlyList<(string Name, Precision Value)> All { get; } =
        [
            ("fp32", Precision.Single), ("tf32", Precision.TensorFloat32), ("bf16", Precision.BFloat16),
            ("fp16", Precision.Half),
        ];

    /// <summary>Whether this processor multiplies bfloat16 numbers itself.</summary>
    public static bool ProcessorHasBFloat16 { get; } = X86Base.IsSupported && AskProcessor();

    /// <summary>The name of a precision.</summary>
    public static string NameOf(Precision precision) => All.First(known => known.Value == precision).Name;

    /// <summary>The precision of that name.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static Precision Parse(string name)
    {
        foreach ((string known, Precision value) in All)
        {
            if (known == name)
            {
                return value;
            }
        }

        throw new UsageException($"dtype '{name}' is not known; use {string.Join(", ", All.Select(p => p.Name))}.");
    }

    /// <summary>Torch's type for the linear layers.</summary>
    internal static ScalarType TypeOf(Precision precision) => precision switch
    {
        Precision.BFloat16 => ScalarType.BFloat16,
        Precision.Half => ScalarType.Float16,
        _ => ScalarType.Float32,
    };

    /// <summary>Refuses what the CPU cannot do, or would do more slowly than float32.</summary>
    /// <exception cref="UsageException">The precision needs another device.</exception>
    internal static void RequireOnCpu(Precision precision, bool processorHasBFloat16)
    {
        if (precision is Precision.Half or Precision.TensorFloat32)
        {
            throw new UsageException(
                $"dtype {NameOf(precision)} needs a GPU; on a CPU use fp32, or bf16 where the processor has it.");
        }

        if (precision == Precision.BFloat16 && !processorHasBFloat16)
        {
            throw new UsageException(
                "dtype bf16: this processor has neither avx512_bf16 nor amx_bf16 and would be slower than in fp32; use "
                + "fp32.");
        }
    }

    private static bool AskProcessor()
    {
        (int leaves, _, _, _) = X86Base.CpuId(0, 0);
        if (leaves < FeatureLeaf)
        {
            return false;
        }

        (int subleaves, _, _, int features) = X86Base.CpuId(FeatureLeaf, 0);
        int more = subleaves >= 1 ? X86Base.CpuId(FeatureLeaf, 1).Eax : 0;
        return ((more >> Avx512BFloat16Bit) & 1) == 1 || ((features >> AmxBFloat16Bit) & 1) == 1;
    }
}
