using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Methods.ZeroShot;

/// <summary>Classes as text sees them.</summary>
internal static class ClassTexts
{
    /// <summary>A unit vector a class [classes, d], in the data set's order: w_c = unit(mean over the templates of
    /// unit(text(prompt))), which is imprinting with the prompts as support (Radford et al. 2021, section
    /// 3.1.4).</summary>
    /// <param name="context">The cell.</param>
    /// <param name="templates">At least one.</param>
    /// <param name="naming">What classes are called.</param>
    /// <exception cref="Core.Errors.UserException">The model has no text tower, or a prompt is too long.</exception>
    public static Matrix<float> Weights(
        MethodContext context, IReadOnlyList<string> templates, ClassNaming naming)
    {
        string[] prompts =
        [
            .. Names(context, naming).SelectMany(name => PromptTemplates.Prompts(templates, name)),
        ];
        Matrix<float> embeddings = context.Services.EmbedTexts(prompts);
        var labels = LabelRows.Of(
            [.. prompts.Select((_, row) => new[] { row / templates.Count })], context.Classes.Count);
        return ImprintedHead<float>.Imprint(HeadKind.Wi, embeddings, labels, context.Classes).Weights;
    }

    private static IEnumerable<string> Names(MethodContext context, ClassNaming naming) => naming == ClassNaming.Labels
        ? context.Classes
        : context.ClassNames.Select(name => name.Replace('_', ' ').Trim());
}
