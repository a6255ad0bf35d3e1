namespace PartnerTrust.Architecture.Tests;

/// <summary>The folders of a room and the direction in which they may know each other.</summary>
public sealed class FolderArrowTests
{
    [Theory]
    [InlineData("PartnerTrust.Trust")]
    [InlineData("PartnerTrust.Protocol")]
    [InlineData("PartnerTrust.Emulator")]
    [InlineData("PartnerTrust.Engines")]
    [InlineData("PartnerTrust.Plugin", "pulumi-resource-partnertrust")]
    public void Folders_form_no_circle_and_none_knows_the_one_it_lies_in(string room, string? assembly = null)
    {
        var arrows = FolderArrows.Of(room, assembly ?? room);

        Assert.NotEqual(0, arrows.Count);
        Assert.Empty(arrows.FindCircle());
        Assert.Empty(arrows.FindUpward());
    }
}
