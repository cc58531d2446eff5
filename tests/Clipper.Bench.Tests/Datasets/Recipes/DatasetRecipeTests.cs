using Clipper.Bench.Datasets;
using Clipper.Bench.Datasets.Recipes;
using Clipper.Testing;
using YamlDotNet.Core;

namespace Clipper.Bench.Tests.Datasets.Recipes;

public sealed class DatasetRecipeTests
{
    [Fact]
    public void Find_every_committed_recipe_is_complete_and_carried_in_the_assembly()
    {
        string[] files = Directory.GetFiles(RepositoryRoot.Combine("datasets", "recipes"), "*.yaml");

        Assert.NotEmpty(files);
        foreach (string name in files.Select(f => Path.GetFileNameWithoutExtension(f)))
        {
            DatasetRecipe recipe = Assert.IsType<DatasetRecipe>(DatasetRecipe.Find(name));
            Assert.Equal(name, recipe.Name);
            Assert.All(
                [recipe.Title, recipe.Description, recipe.Citation, recipe.Licence.Name, recipe.Obtain],
                Assert.NotEmpty);
            Assert.All(recipe.Files, f => Assert.NotEmpty(f.Name));
            DatasetInfo info = DatasetCatalog.All.Single(d => d.Name == name);
            string[] parts =
            [
                .. from variant in info.Variants.DefaultIfEmpty("")
                   from split in info.Splits.Prepend("")
                   select variant.Length > 0 && split.Length > 0 ? $"{variant}-{split}" : variant + split,
            ];
            Assert.Subset(new HashSet<string>(parts), new HashSet<string>(recipe.Expected.Keys));
            Assert.NotEmpty(recipe.Expected);
            Assert.All(
                recipe.Files.Select(f => f.AlternativeTo).OfType<string>(),
                other => Assert.Contains(recipe.Files, f => f.Name == other));
            Assert.All(
                recipe.Files.Select(f => f.Sha256).OfType<string>(), hash => Assert.Matches("^[0-9a-f]{64}$", hash));
        }
    }

    [Fact]
    public void Recipe_omniglot_has_the_official_counts_and_files()
    {
        DatasetRecipe recipe = Assert.IsType<DatasetRecipe>(DatasetCatalog.Recipe("omniglot"));

        Assert.Equal(new RecipeCounts { Classes = 659, Images = 13180 }, recipe.Expected["evaluation"]);
        Assert.Equal(6462886, recipe.Files.Single(f => f.Name == "images_evaluation.zip").Size);
        Assert.True(recipe.Licence.Redistribution);
        Assert.Null(DatasetCatalog.Recipe("folder"));
    }

    [Theory]
    [InlineData("name: a\nname: b\n")]
    [InlineData("name: a\ncolour: b\n")]
    [InlineData("name: !!System.IO.FileInfo a\n")]
    [InlineData("!<tag:yaml.org,2002:System.Diagnostics.Process> { name: a }\n")]
    [InlineData("notes: [!!clr:System.Uri 'http://a']\n")]
    public void Parse_unknown_or_duplicate_key_or_type_tag_is_refused(string yaml) =>
        Assert.ThrowsAny<YamlException>(() => DatasetRecipe.Parse(yaml));
}
