using Clipper.Bench.Reports.Paper;
using Clipper.Bench.Runs;
using Clipper.Testing;

namespace Clipper.Bench.Cli.Tests.Commands;

/// <summary>Results folders with numbers that were written down, not computed.</summary>
public sealed class MadeRuns : IDisposable
{
    /// <summary>SHA-256 of OpenAI's ViT-B/32, as published.</summary>
    public const string PapersWeights = "40d365715913c9da98579312b702a82c18be219cc2a73407c4526f58eba950af";

    private const string Experiment = """
        name: made
        model: ViT-B/32
        datasets: [cifar10, { name: coco, variant: patch }]
        metrics: [accuracy, o_f1]
        sweep:
          zip:
            protocol:
              - { mode: paper, settings: [5w5s15q], episodes: 100 }
              - { mode: corrected, kind: continual, settings: [5w5s15q], episodes: 10 }
            methods:
              - [wi, mwi, mwi: { label: MWI+T, train: {} }]
              - [mwi: { label: "MWI, stream" }]
        """;

    private const string ReportedHead =
        "run,dataset,variant,model,method,head,ways,shots,queries,episodes,augment,copies,epochs,threshold,step,metric,"
        + "mean,ci95,std,n,mode,chosen_on,chosen_for,candidate,headline,cell\n";

    private readonly TemporaryFolder _folder = new();

    /// <summary>Untrained mwi on CIFAR-10: micro-F1 as in Table 2, but for a difference, ± 0.005.</summary>
    public static RunRecord Near(double difference) => Of("cifar10", "test", "mwi", Published(
        value => value is { Table: "Table 2", Dataset: "C10", Method: "mwi_sigmoid", Metric: "o_f1" }) + difference);

    /// <summary>Trained mwi on patches of COCO: micro-F1 as published, and a threshold far from that of Figure 8.1,
    /// which is doubtful.</summary>
    public static RunRecord Doubtful =>
        Of("coco", "patch-val2017", "MWI+T", 0.535) with { Epochs = 20, Threshold = 0.3 };

    /// <summary>Softmax imprinting on CIFAR-10, whose F1 is in the authors' CSV.</summary>
    public static RunRecord Softmax => Of("cifar10", "test", "wi", 0.1) with { Threshold = null };

    /// <summary>A stream on CIFAR-10 after its second task.</summary>
    public static RunRecord Stream =>
        Of("cifar10", "test", "MWI, stream", 0.9) with { Step = 2, Mode = "corrected" };

    public void Dispose() => _folder.Dispose();

    /// <summary>A folder with the given values.</summary>
    public string Make(string weights, params RunRecord[] records) => Make("made", "", weights, records);

    /// <summary>A folder of a run by a name with the given values.</summary>
    /// <param name="run">The name.</param>
    /// <param name="datasets">The data sets of its manifest, as JSON.</param>
    /// <param name="weights">SHA-256 of the weights of its model.</param>
    /// <param name="records">The values.</param>
    public string Make(string run, string datasets, string weights, params RunRecord[] records)
    {
        string name = Guid.NewGuid().ToString("n");
        _folder.Write($"{name}/reported.csv", ReportedHead);
        RecordsFile.Write(_folder.Combine(name, "records.csv"), records);
        _folder.Write($"{name}/config.yaml", Experiment);
        _folder.Write(
            $"{name}/run.json",
            $$"""
            {
              "run": "{{run}}",
              "models": [{ "name": "ViT-B/32", "weightsHash": "{{weights}}" }],
              "datasets": [{{datasets}}]
            }
            """);
        return _folder.Combine(name);
    }

    private static double Published(Func<PublishedValue, bool> isIt) => PublishedValues.All.Single(isIt).Value;

    private static RunRecord Of(string dataset, string variant, string method, double mean) => new()
    {
        Run = "made",
        Dataset = dataset,
        Variant = variant,
        Model = "ViT-B/32",
        Method = method,
        Ways = 5,
        Shots = 5,
        Queries = 15,
        Episodes = 100,
        Threshold = 0.68,
        Metric = "o_f1",
        Mean = mean,
        Ci95 = 0.005,
        Std = 0.025,
        N = 100,
        Mode = "paper",
    };
}
