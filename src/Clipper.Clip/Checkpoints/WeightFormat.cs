namespace Clipper.Clip.Checkpoints;

/// <summary>Containers of weights.</summary>
internal enum WeightFormat
{
    /// <summary>None that is known.</summary>
    Unknown,

    /// <summary>One safetensors file.</summary>
    Safetensors,

    /// <summary>The index of shards.</summary>
    Shards,

    /// <summary>A ZIP archive of PyTorch's: torch.save or TorchScript.</summary>
    Torch,
}
