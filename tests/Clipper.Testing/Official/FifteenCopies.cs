namespace Clipper.Testing.Official;

/// <summary>Small copies of all fifteen data sets of the paper, each as its authors offer it: archives where those are
/// read in place.</summary>
public static class FifteenCopies
{
    /// <summary>Writes them below a folder that may then be <c>CLIPPER_DATA</c>.</summary>
    public static void Write(string data)
    {
        string At(params string[] parts) => Path.Combine([data, .. parts]);
        Cifar10Copy.Python().Unpacked(At("cifar10"));
        ImageNetCopy.Variant("imagenet-a").Tar(At("imagenet-a", "imagenet-a.tar"));
        ImageNetCopy.Variant("imagenet-r").Tar(At("imagenet-r", "imagenet-r.tar"));
        ImageNetCopy.Sketch(classes: 27).Zip(At("imagenet-sketch", "ImageNet-Sketch.zip"));
        Indoor67Copy.Make().Unpacked(At("indoor67"));
        LfwCopy.Make().Unpacked(At("lfw"));
        ImageNetCopy.Mini().Below("test").Tar(At("mini-imagenet", "test.tar"));
        OmniglotCopy.Make().Zip(At("omniglot", "images_evaluation.zip"));
        Ucf101Copy.Frames().Zip(At("ucf101", "UCF_Images.zip"));
        Ucf101Copy.Lists().Unpacked(At("ucf101"));
        ColorectalHistologyCopy.Make().Zip(
            At("colorectal-histology", "Kather_texture_2016_image_tiles_5000.zip"));
        CelebACopy.Pictures().Zip(At("celeba", "img_align_celeba.zip"));
        CelebACopy.Lists().Unpacked(At("celeba"));
        CocoCopy.Make().Unpacked(At("coco"));
        IMaterialistCopy.Make().Unpacked(At("imaterialist"));
        UtkFaceCopy.Make().Unpacked(At("utkface"));
        YaleFacesCopy.Make().Zip(At("yalefaces", "yalefaces.zip"));
    }
}
