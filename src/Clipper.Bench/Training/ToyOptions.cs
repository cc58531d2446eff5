namespace Clipper.Bench.Training;

/// <summary>What <c>clipper models train-toy</c> is asked for.</summary>
/// <param name="Folder">Where the model goes: a folder that does not exist or is empty.</param>
/// <param name="Seed">Seed of weights, pictures and captions.</param>
/// <param name="Steps">Steps, at least 1.</param>
/// <param name="Commit">The commit of the program, for the card.</param>
public sealed record ToyOptions(string Folder, ulong Seed, int Steps, string Commit)
{
    /// <summary>Steps that are done unless another number is given.</summary>
    public const int UsualSteps = ToyRecipe.Steps;
}
