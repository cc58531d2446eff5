using static Clipper.Bench.Reports.Artefacts.ArtefactLines;

namespace Clipper.Bench.Reports.Artefacts;

/// <summary>Every artefact that the paper's results notebook publishes.</summary>
internal static class ArtefactCatalog
{
    private const string F1Label = "micro-F1 (0 to 1)";
    private const string ValueLabel = "F1 or accuracy (0 to 1)";
    private const string ThresholdLabel = "threshold chosen for micro-F1 (score)";
    private const string StepLabel = "classes learnt";
    private const string CalledWi = "The paper's labels: its WI rows here are sigmoid heads (MWI).";
    private const string AccuracyNote = "MWI (Acc) and logistic regression (Acc): top-1 accuracy of single-label data, "
        + "class accuracy of the paper's multi-label data (CAA to YF).";

    private const string Sota = "sota";
    private const string Untrained = "mwi_sigmoid";

    private static readonly string[] _single = ["C10", "IA", "IR", "IS", "ISR", "LFW", "MI", "OM", "UCF"];
    private static readonly string[] _multi = ["CAA", "COCO_F", "COCO_P", "IM_F", "IM_P", "UTK", "YF"];
    private static readonly string[] _streams = ["CAA", "COCO", "IM", "UTK", "YF"];

    private static readonly ArtefactLine[] _softmaxHead = Crc("wi_softmax_train");
    private static readonly ArtefactLine[] _sigmoidHead = Crc("mwi_train");

    private static readonly ArtefactLine[] _crcMeasures =
    [
        new("SOTA", new() { Method = Sota, Metrics = ["accuracy"] }),
        new("accuracy", new() { Metrics = [ClassAccuracy] }),
        new("o_f1", new() { Metrics = [F1] }),
    ];

    private static readonly ArtefactLine[] _backbones =
    [
        .. from name in BackboneNames.All
           select new ArtefactLine(name, new() { Method = "wi_softmax", Metrics = [F1], Model = name }),
    ];

    /// <summary>All of them, in the paper's order.</summary>
    public static IReadOnlyList<Artefact> All { get; } =
    [
        new("table-2", "Table 2: state of the art, CLIP linear probe and MWI, 5-way 5-shot",
        [
            Of("SOTA (Acc)", Sota, "accuracy"), Of("CLIP Lin (Acc)", "clip_linear_probe", Top1),
            Of("MWI (Acc)", Untrained, Top1, ClassAccuracy), Of("MWI (F1)", Untrained, F1), Of("+T+A (F1)", Best, F1),
            Of("+T+A (Class Acc)", Best, ClassAccuracy), Of("+T+A (Top-1/mAP)", Best, Top1, "map"),
        ])
        {
            Datasets = [.. _single, .. _multi],
            Beside =
            [
                Of("logistic regression (Acc)", "logistic_regression", Top1, ClassAccuracy),
                Of("logistic regression (F1)", "logistic_regression", F1),
                Of("MWI+T, steps of trivial 10 (F1, control)", "mwi_train_match10", F1), .. Floors,
            ],
            Notes =
            [
                AccuracyNote,
                "The paper leaves CLIP Lin (Acc) and +T+A (Top-1/mAP) of its multi-label data empty. Here both are "
                + "top-1 accuracy where an image has one label, as COCO_P has, and the latter is mAP (sklearn) "
                + "elsewhere.",
            ],
            BesideNotes = [AccuracyNote],
        },
        new("figure-2.1", "Figure 2.1: backbones, WI", _backbones)
        {
            Datasets = _single, IsMultiLabel = false,
            HasDatasetsAsRows = true, Beside = [AllLabels], XLabel = "data set", YLabel = F1Label,
        },
        new("figure-2.2", "Figure 2.2: methods, single-label", NineMethods)
        {
            Datasets = _single, IsMultiLabel = false,
            Beside = [Of("logistic regression", "logistic_regression", F1), .. TrainingControls], YLabel = F1Label,
        },
        new("figure-3.1", "Figure 3.1: state of the art, WI and MWI, single-label",
        [
            Of("SOTA (Acc)", Sota, "accuracy"), Of("WI (Acc)", "wi_softmax", Top1, "accuracy"),
            Of("WI (F1)", "wi_softmax", F1), Of("MWI (Acc)", Untrained, Top1), Of("MWI (F1)", Untrained, F1),
            Of("+T+A (F1)", Best, F1), Of("+T+A (Top-1 Acc)", Best, Top1), Of("+T+A (Class Acc)", Best, ClassAccuracy),
        ])
        {
            Datasets = _single, IsMultiLabel = false,
            Beside = Floors, YLabel = ValueLabel,
        },
        new("figure-3.2", "Figure 3.2: state of the art and MWI, multi-label",
        [
            Of("SOTA (Acc)", Sota, "accuracy"), Of("MWI (Acc)", Untrained, ClassAccuracy),
            Of("MWI (F1)", Untrained, F1), Of("+T+A (F1)", Best, F1), Of("+T+A (Acc)", Best, ClassAccuracy),
        ])
        {
            Datasets = _multi, IsMultiLabel = true,
            Beside = [Of("MWI (mAP)", Untrained, "map"), Of("+T+A (mAP)", Best, "map"), .. Floors], YLabel = ValueLabel,
        },
        new("figure-4.1", "Figure 4.1: softmax and sigmoid, single-label",
        [
            Of("SOFT ACC", "wi_softmax", "accuracy"), Of("SOFT F1", "wi_softmax", F1), Of("SIG F1", Untrained, F1),
            Of("SIG TOP1", Untrained, Top1), Of("SIG CACC", Untrained, ClassAccuracy),
        ])
        {
            Datasets = _single, IsMultiLabel = false,
            Beside = Floors, YLabel = ValueLabel,
        },
        new("figure-4.2", "Figure 4.2: sigmoid, multi-label",
            [Of("SIG F1", Untrained, F1), Of("SIG CACC", Untrained, ClassAccuracy)])
        {
            Datasets = _multi, IsMultiLabel = true,
            Beside = [Of("SIG mAP", Untrained, "map"), .. Floors], YLabel = ValueLabel,
        },
        new("figure-5.1", "Figure 5.1: training and augmentation, single-label", Trainings)
        {
            Datasets = _single, IsMultiLabel = false,
            Beside = TrainingControls, YLabel = F1Label, Notes = [CalledWi],
        },
        new("figure-5.2", "Figure 5.2: training and augmentation, multi-label", Trainings)
        {
            Datasets = _multi, IsMultiLabel = true,
            Beside = TrainingControls, YLabel = F1Label, Notes = [CalledWi],
        },
        new("figure-6.1", "Figure 6.1: ways and shots, single-label", Settings)
        {
            Datasets = _single, IsMultiLabel = false,
            Common = new(), Beside = SettingFloors(), XLabel = "setting", YLabel = F1Label,
        },
        new("figure-6.2", "Figure 6.2: ways and shots, multi-label", Settings)
        {
            Datasets = ["CAA", "COCO_F", "IM_P", "UTK", "YF"], IsMultiLabel = true,
            Common = new(), Beside = SettingFloors(), XLabel = "setting", YLabel = F1Label,
        },
        Continual("figure-7.1", "Figure 7.1: continual learning, single-label", _single, isMultiLabel: false),
        Continual("figure-7.2", "Figure 7.2: continual learning, multi-label", _streams, isMultiLabel: true),
        new("figure-8.1", "Figure 8.1: best threshold by training epochs", Epochs)
        {
            Datasets = [.. _single, "CAA", "COCO_P", "IM_F", "UTK", "YF"],
            Common = Threshold(), XLabel = "training epochs", YLabel = ThresholdLabel,
        },
        new("figure-8.2", "Figure 8.2: best threshold by classes learnt", Steps)
        {
            Datasets = [.. _single, .. _streams],
            Common = Threshold(), XLabel = StepLabel, YLabel = ThresholdLabel, IsContinual = true,
            Notes =
            [
                "In mode corrected all queries carry a class that is learnt: after the first class every threshold "
                + "below all scores is as good, and the lowest is shown.",
            ],
        },
        Appendix("appendix-figure-1.1", "Appendix figure 1.1: softmax head, 8-way 5-shot", _softmaxHead),
        Appendix("appendix-figure-1.2", "Appendix figure 1.2: sigmoid head, 8-way 5-shot", _sigmoidHead),
    ];

    /// <summary>The artefact that is called so; null where there is none.</summary>
    public static Artefact? Find(string id) => All.FirstOrDefault(artefact => artefact.Id == id);

    private static ArtefactQuery Threshold() => new() { Ways = 5, Shots = 5, Quantity = ArtefactQuantity.Threshold };

    private static Artefact Continual(string id, string title, string[] datasets, bool isMultiLabel) =>
        new(id, title, Steps)
        {
            Datasets = datasets,
            IsMultiLabel = isMultiLabel,
            Beside = [.. StepFloors("all labels", "constant_all"), .. StepFloors("no label", "constant_none")],
            XLabel = StepLabel,
            YLabel = F1Label,
            IsContinual = true,
            Notes =
        [
            "In mode corrected all queries carry a class that is learnt, so that after the first class any answer is "
            + "right: always answering all k learnt classes scores 2/(k + 1) on single-label data.",
            "In mode paper queries of classes that are not learnt yet count as 'none', and always answering so scores "
            + "1 − k/N after k of N classes.",
        ],
        };

    private static IEnumerable<ArtefactLine> StepFloors(string label, string method) =>
        from step in Steps
        select new ArtefactLine(
            $"{label}, {step.Label} learnt (floor)", step.Query with { Method = method });

    private static Artefact Appendix(string id, string title, ArtefactLine[] rows) => new(id, title, rows)
    {
        Datasets = ["CRC"],
        IsMultiLabel = false,
        Common = new() { Ways = 8, Shots = 5 },
        Measures = _crcMeasures,
        Beside = [Of("all labels (floor)", "constant_all"), Of("no label (floor)", "constant_none")],
        XLabel = "copies of every support image (t: trivial)",
        YLabel = ValueLabel,
    };

    private static ArtefactLine[] SettingFloors() =>
    [
        .. from setting in Settings
           select setting with
           {
               Label = $"{setting.Label}, all labels (floor)",
               Query = setting.Query with { Method = "constant_all" },
           },
    ];

    private static ArtefactLine[] Crc(string method) =>
    [
        Head("A=0", method), Head("A=5", $"{method}_aug_nontrivial5"), Head("A=5 t", $"{method}_aug_trivial5"),
        Head("A=10", $"{method}_aug_nontrivial10"), Head("A=10 t", $"{method}_aug_trivial10"),
    ];

    private static ArtefactLine Head(string label, string method) => new(label, new() { Method = method });
}
