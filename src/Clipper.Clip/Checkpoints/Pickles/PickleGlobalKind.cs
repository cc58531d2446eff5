namespace Clipper.Clip.Checkpoints.Pickles;

/// <summary>What a global of a pickle of tensors can be.</summary>
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
}
