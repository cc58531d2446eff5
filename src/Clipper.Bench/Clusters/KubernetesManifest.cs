using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Clipper.Bench.Runs;
using Clipper.Core.Errors;

namespace Clipper.Bench.Clusters;

/// <summary>Writes an indexed job (<c>batch/v1</c>) whose pods are the tasks of a submission. Kubernetes knows no order
/// of jobs: a pod first embeds its part, then computes its shard, and whoever comes to the cells before all parts are
/// there computes those that are missing. The pod that ends last writes the whole tables and page.</summary>
public static partial class KubernetesManifest
{
    private const int LongestName = 52;

    /// <summary>The manifest, YAML.</summary>
    /// <exception cref="UsageException">A name that Kubernetes does not take, or a results folder outside of the
    /// volume.</exception>
    public static string Of(Submission submission, KubernetesOptions options)
    {
        Require(options.Image.Length > 0, "--kubernetes needs --image: a container image with this program");
        Require(options.Claim.Length > 0, "--kubernetes needs --claim: a volume that all pods can write");
        string mount = options.MountPath.TrimEnd('/');
        Require(
            submission.Results.StartsWith(mount + "/", StringComparison.Ordinal),
            $"--out {submission.Results} is not below {mount}, where the volume is mounted (--mount)");
        string words = ShellLine.Of([.. submission.RunWords()]);
        string shard = string.Create(
            CultureInfo.InvariantCulture, $"--shard $((JOB_COMPLETION_INDEX + 1))/{submission.Tasks}");
        var yaml = new StringBuilder();
        yaml.Append(CultureInfo.InvariantCulture, $"""
            apiVersion: batch/v1
            kind: Job
            metadata:
              name: {NameOf(submission.Experiment.Name)}
            spec:
              completionMode: Indexed
              completions: {submission.Tasks}
              parallelism: {submission.Tasks}
              backoffLimitPerIndex: 2
              maxFailedIndexes: {submission.Tasks}
              template:
                spec:
                  restartPolicy: Never
                  containers:
                    - name: clipper
                      image: {Quoted(options.Image)}
                      workingDir: {Quoted(mount)}
                      env:
                        - name: CLIPPER_CACHE
                          value: {Quoted($"{mount}/cache")}
                        - name: CLIPPER_DATA
                          value: {Quoted($"{mount}/datasets")}
                        - name: CLIPPER_MODELS
                          value: {Quoted($"{mount}/models")}
                      command: ["/bin/sh", "-c"]
                      args:
                        - |
                          {words} --embed-only {shard} &&
                          exec {words} {shard}
                      volumeMounts:
                        - name: shared
                          mountPath: {Quoted(mount)}

            """);
        if (options.Gpus > 0)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"""
                          resources:
                            limits:
                              nvidia.com/gpu: {options.Gpus}

                """);
        }

        return yaml.Append(CultureInfo.InvariantCulture, $"""
                  volumes:
                    - name: shared
                      persistentVolumeClaim:
                        claimName: {Quoted(options.Claim)}

            """).ToString();
    }

    // RFC 1123: small letters, digits, hyphens; pods add their index to it.
    private static string NameOf(string run)
    {
        string name = $"clipper-{Other().Replace(run.ToLowerInvariant(), "-")}";
        return name[..Math.Min(name.Length, LongestName)].TrimEnd('-');
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new UsageException($"{message}.");
        }
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Other();
}
