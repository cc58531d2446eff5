namespace Clipper.Bench.Clusters;

/// <summary>What a Kubernetes job needs to know.</summary>
/// <param name="Image">Container image with this program.</param>
/// <param name="Claim">Persistent volume claim (ReadWriteMany) with experiment, data, models, cache and
/// results.</param>
/// <param name="MountPath">Where it is mounted in the container.</param>
/// <param name="Gpus">GPUs of a pod.</param>
public sealed record KubernetesOptions(string Image, string Claim, string MountPath, int Gpus);
