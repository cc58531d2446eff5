namespace Clipper.Clip.Checkpoints.Pickles;

/// <summary>What a global of a pickle can be.</summary>
internal enum PickleGlobalKind
{
    /// <summary>collections.OrderedDict.</summary>
    OrderedDictionary,

    /// <summary>torch._utils._rebuild_tensor_v2(storage, offset, size, stride, requires_grad, hooks).</summary>
    RebuildTensor,

    /// <summary>torch._utils._rebuild_parameter(tensor, requires_grad, hooks).</summary>
    RebuildParameter,

    /// <summary>torch.FloatStorage and its kin.</summary>
    Storage,

    /// <summary>A class of a TorchScript archive.</summary>
    ScriptModule,

    /// <summary>numpy.core.multiarray._reconstruct(ndarray, (0,), 'b').</summary>
    ReconstructArray,

    /// <summary>numpy.ndarray.</summary>
    NumpyArray,

    /// <summary>numpy.dtype, to be called.</summary>
    ElementType,

    /// <summary>numpy.dtype('u1', …), called.</summary>
    ByteType,
}
