using System.Globalization;
using System.Text.Json;
using Clipper.Bench.Files;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Coco;

/// <summary>What is used of an <c>instances_*.json</c>: images, boxes and categories. The file is streamed, because the
/// one of train2017 has 470 MB, most of which are outlines.</summary>
internal sealed class CocoAnnotations
{
    private const int BoxNumbers = 4;

    private static readonly string[] _parts = ["images", "annotations", "categories"];

    private readonly string _path;
    private readonly List<CocoImage> _images = [];
    private readonly List<CocoBox> _boxes = [];
    private readonly SortedDictionary<long, string> _categories = [];

    private CocoAnnotations(string path) => _path = path;

    /// <summary>Images in order of their numbers.</summary>
    public IReadOnlyList<CocoImage> Images => _images;

    /// <summary>Boxes in the file's order.</summary>
    public IReadOnlyList<CocoBox> Boxes => _boxes;

    /// <summary>Names of the categories by number, in order of number.</summary>
    public IReadOnlyDictionary<long, string> Categories => _categories;

    /// <summary>Reads and checks a file.</summary>
    /// <exception cref="DataFileException">It is not JSON, lacks a part, or a box refers to an image or category that
    /// is not there.</exception>
    public static CocoAnnotations Read(string path)
    {
        var annotations = new CocoAnnotations(path);
        using (var json = new JsonStream(path))
        {
            annotations.ReadParts(json);
        }

        annotations.Check();
        return annotations;
    }

    private void ReadParts(JsonStream json)
    {
        json.Read();
        json.Require(JsonTokenType.StartObject, "an object with images, annotations and categories");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (json.ReadProperty(out string name))
        {
            Action<JsonStream>? read = name switch
            {
                "images" => ReadImage,
                "annotations" => ReadBox,
                "categories" => ReadCategory,
                _ => null,
            };
            if (read is null)
            {
                json.Skip();
                continue;
            }

            if (!seen.Add(name))
            {
                throw json.Wrong($"has '{name}' twice");
            }

            json.Require(JsonTokenType.StartArray, $"the list of {name}");
            while (json.ReadItem())
            {
                json.Require(JsonTokenType.StartObject, $"one of {name}");
                read(json);
            }
        }

        string[] missing = [.. _parts.Where(part => !seen.Contains(part))];
        if (missing.Length > 0)
        {
            throw new DataFileException(_path, $"has no {string.Join(" and no ", missing)}; is it instances_*.json?");
        }
    }

    private void ReadImage(JsonStream json)
    {
        (long? id, string? file, int width, int height) = (null, null, 0, 0);
        while (json.ReadProperty(out string name))
        {
            switch (name)
            {
                case "id":
                    id = json.Integer("an image's id");
                    break;
                case "file_name":
                    json.Require(JsonTokenType.String, "a file name");
                    file = json.Text;
                    break;
                case "width":
                    width = Size(json);
                    break;
                case "height":
                    height = Size(json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        _images.Add(id is { } number && file is not null && width > 0 && height > 0
            ? new(number, file, width, height) : throw json.Wrong("an image lacks id, file_name, width or height"));
    }

    private static int Size(JsonStream json) => json.Integer("a size in pixels") is > 0 and <= int.MaxValue and var size
        ? (int)size : throw json.Wrong("an image has no positive size");

    private void ReadBox(JsonStream json)
    {
        (long? image, long? category, bool isCrowd, double[]? box) = (null, null, false, null);
        while (json.ReadProperty(out string name))
        {
            switch (name)
            {
                case "image_id":
                    image = json.Integer("an image_id");
                    break;
                case "category_id":
                    category = json.Integer("a category_id");
                    break;
                case "iscrowd":
                    isCrowd = json.Integer("iscrowd") != 0;
                    break;
                case "bbox":
                    box = ReadNumbers(json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        _boxes.Add(image is { } i && category is { } c && box is [var x, var y, var width, var height]
            ? new(i, c, x, y, width, height, isCrowd)
            : throw json.Wrong("an annotation lacks image_id, category_id or bbox"));
    }

    private static double[] ReadNumbers(JsonStream json)
    {
        var numbers = new List<double>(BoxNumbers);
        json.Require(JsonTokenType.StartArray, "a bbox [x, y, width, height]");
        while (json.ReadItem())
        {
            json.Require(JsonTokenType.Number, "a number of a bbox");
            numbers.Add(json.Number);
        }

        return numbers.Count == BoxNumbers && numbers.TrueForAll(n => n is >= 0 and <= int.MaxValue / 2) ? [.. numbers]
            : throw json.Wrong("a bbox is not [x, y, width, height] of numbers from 0");
    }

    private void ReadCategory(JsonStream json)
    {
        (long? id, string? name) = (null, null);
        while (json.ReadProperty(out string key))
        {
            if (key == "id")
            {
                id = json.Integer("a category's id");
            }
            else if (key == "name")
            {
                json.Require(JsonTokenType.String, "a category's name");
                name = json.Text;
            }
            else
            {
                json.Skip();
            }
        }

        if (id is not { } number || name is null)
        {
            throw json.Wrong("a category lacks id or name");
        }

        if (_categories.ContainsValue(name) || !_categories.TryAdd(number, name))
        {
            throw json.Wrong(string.Create(CultureInfo.InvariantCulture, $"category {number} '{name}' is there twice"));
        }
    }

    private void Check()
    {
        _images.Sort((a, b) => a.Id.CompareTo(b.Id));
        var ids = new HashSet<long>();
        foreach (CocoImage image in _images.Where(image => !ids.Add(image.Id)))
        {
            throw Wrong($"two images have the id {image.Id}");
        }

        var files = new HashSet<string>(StringComparer.Ordinal);
        foreach (CocoImage image in _images.Where(image => !files.Add(image.File)))
        {
            throw Wrong($"two images have the file '{image.File}'");
        }

        foreach (CocoBox box in _boxes)
        {
            if (!ids.Contains(box.Image) || !_categories.ContainsKey(box.Category))
            {
                throw Wrong($"a box is of image {box.Image} and category {box.Category}, not both of which are there");
            }
        }
    }

    private DataFileException Wrong(FormattableString problem) =>
        new(_path, FormattableString.Invariant(problem) + ".");
}
