namespace PartnerTrust.Architecture.Tests;

/// <summary>The folders of a room and the direction in which they may know each other: that of CONTRIBUTING.md.</summary>
public sealed class FolderArrowTests
{
    [Theory]
    [InlineData("Trust")]
    [InlineData("Protocol")]
    [InlineData("Network")]
    [InlineData("Emulator")]
    [InlineData("Engines")]
    [InlineData("Plugin", "pulumi-resource-partnertrust")]
    public void Each_folder_knows_only_those_before_it_and_none_that_it_lies_in(string room, string? assembly = null)
    {
        var arrows = FolderArrows.Of($"PartnerTrust.{room}", assembly ?? $"PartnerTrust.{room}");
        var order = FolderOrder.Of(room);

        Assert.Equal(arrows.Folders, order.Order(StringComparer.Ordinal));
        Assert.Empty(arrows.FindAgainst(order));
        Assert.Empty(arrows.FindUpward());
    }
}
