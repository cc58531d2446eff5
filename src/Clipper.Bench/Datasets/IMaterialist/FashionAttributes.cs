using System.Globalization;
using System.Text.Json;
using Clipper.Bench.Files;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.IMaterialist;

/// <summary>The attributes of <c>label_descriptions.json</c>. A label is an attribute's place in the list (0 to 293 in
/// the official file), because the official ids have gaps; the categories of garments are no labels (PROTOCOL
/// 2.4).</summary>
/// <param name="Names">Names in the file's order; where two are equal each has its super-category behind it.</param>
/// <param name="Places">Place of every official id.</param>
internal sealed record FashionAttributes(IReadOnlyList<string> Names, IReadOnlyDictionary<long, int> Places)
{
    /// <summary>Reads and checks the file.</summary>
    /// <exception cref="DataFileException">It is not JSON, or has no list of attributes with distinct ids.</exception>
    public static FashionAttributes Read(string path)
    {
        var attributes = new List<(long Id, string Name, string Group)>();
        using (var json = new JsonStream(path))
        {
            json.Read();
            json.Require(JsonTokenType.StartObject, "an object with attributes");
            while (json.ReadProperty(out string part))
            {
                if (part == "attributes")
                {
                    json.Require(JsonTokenType.StartArray, "the list of attributes");
                    while (json.ReadItem())
                    {
                        attributes.Add(ReadOne(json));
                    }
                }
                else
                {
                    json.Skip();
                }
            }
        }

        if (attributes.Count == 0)
        {
            throw new DataFileException(path, "has no attributes; is it label_descriptions.json?");
        }

        var places = new Dictionary<long, int>();
        foreach ((int place, (long id, _, _)) in attributes.Index())
        {
            if (!places.TryAdd(id, place))
            {
                throw new DataFileException(
                    path, string.Create(CultureInfo.InvariantCulture, $"has two attributes with the id {id}."));
            }
        }

        return new(Distinct(attributes), places);
    }

    private static (long Id, string Name, string Group) ReadOne(JsonStream json)
    {
        json.Require(JsonTokenType.StartObject, "an attribute");
        (long? id, string? name, string group) = (null, null, "");
        while (json.ReadProperty(out string key))
        {
            if (key == "id")
            {
                id = json.Integer("an attribute's id");
            }
            else if (key is "name" or "supercategory")
            {
                json.Require(JsonTokenType.String, $"an attribute's {key}");
                (name, group) = key == "name" ? (json.Text, group) : (name, json.Text);
            }
            else
            {
                json.Skip();
            }
        }

        return id is { } number && name is not null ? (number, name, group)
            : throw json.Wrong("an attribute lacks id or name");
    }

    private static string[] Distinct(List<(long Id, string Name, string Group)> attributes)
    {
        HashSet<string> twice = Repeated(attributes.Select(a => a.Name));
        string[] names = [.. attributes.Select(a => twice.Contains(a.Name) ? $"{a.Name} ({a.Group})" : a.Name)];
        HashSet<string> still = Repeated(names);
        return
        [
            .. names.Zip(attributes, (name, a) =>
                still.Contains(name) ? string.Create(CultureInfo.InvariantCulture, $"{name} #{a.Id}") : name),
        ];
    }

    private static HashSet<string> Repeated(IEnumerable<string> names) =>
        [.. names.GroupBy(name => name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key)];
}
