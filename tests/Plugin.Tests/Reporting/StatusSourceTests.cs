using PartnerTrust.Plugin.Tests.Remedies;
using PartnerTrust.Plugin.Tests.Situations;
using PartnerTrust.Plugin.Tests.World;

namespace PartnerTrust.Plugin.Tests.Reporting;

/// <summary>Where a command finds the trust that it is about.</summary>
public sealed class StatusSourceTests
{
    [Fact]
    public async Task A_stack_of_a_project_is_found_by_its_name_from_anywhere_in_the_project()
    {
        await using var stack = await StatusCommandTests.UpAsync(RemedyProgram.Healthy);
        var below = Directory.CreateDirectory(Path.Combine(ProjectOf(stack), "a", "b")).FullName;

        Assert.Equal(0, (await RunAsync(stack, ["--stack", "dev", "--cwd", ProjectOf(stack)])).Code);
        Assert.Equal(0, (await RunAsync(stack, ["--stack", "organization/project/dev", "--cwd", below])).Code);
    }

    [Fact]
    public async Task Without_a_name_it_is_the_one_of_the_environment_or_the_only_one()
    {
        await using var stack = await StatusCommandTests.UpAsync(RemedyProgram.Healthy);

        Assert.Equal(0, (await RunAsync(stack, ["--cwd", ProjectOf(stack)])).Code);
        File.WriteAllText(Path.Combine(ProjectOf(stack), "Pulumi.prod.yaml"), "config: {}\n");
        var several = await RunAsync(stack, ["--cwd", ProjectOf(stack)]);
        var chosen = await RunAsync(stack, ["--cwd", ProjectOf(stack)], name => name == "PULUMI_STACK" ? "dev" : null);

        Assert.Equal(2, several.Code);
        Assert.Contains("has several stacks, and none was named: dev, prod.", several.Messages, StringComparison.Ordinal);
        Assert.Equal(0, chosen.Code);
    }

    [Fact]
    public async Task A_stack_that_is_none_is_answered_with_those_that_are()
    {
        await using var stack = await StatusCommandTests.UpAsync(RemedyProgram.Healthy);

        var run = await RunAsync(stack, ["--stack", "prod", "--cwd", ProjectOf(stack)]);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("has no stack \"prod\", but dev.", run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_data_directory_of_the_stacks_configuration_is_taken_from_the_project()
    {
        await using var stack = await StatusCommandTests.UpAsync(RemedyProgram.Healthy);
        var project = ProjectOf(stack);
        Directory.Move(stack.DataDirectory, Path.Combine(project, "elsewhere"));
        File.WriteAllText(Path.Combine(project, "Pulumi.dev.yaml"), "\uFEFFconfig:\n  partnertrust:dataDirectory: elsewhere\n");

        Assert.Equal(0, (await RunAsync(stack, ["--stack", "dev", "--cwd", project])).Code);

        Directory.Move(Path.Combine(project, "elsewhere"), stack.DataDirectory);
    }

    [Theory]
    [InlineData("config: [")]
    [InlineData("just text")]
    [InlineData("config: &a\n  partnertrust:servers: *a\n")]
    public async Task A_configuration_that_cannot_be_read_is_named(string content)
    {
        await using var stack = await StatusCommandTests.UpAsync(RemedyProgram.Healthy);
        File.WriteAllText(Path.Combine(ProjectOf(stack), "Pulumi.dev.yaml"), content);

        var run = await RunAsync(stack, ["--stack", "dev", "--cwd", ProjectOf(stack)]);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith("PT1016", run.Messages, StringComparison.Ordinal);
        Assert.Contains("Pulumi.dev.yaml", run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_to_be_imported_is_found_by_the_stack_as_well()
    {
        await using var stack = await StatusCommandTests.UpAsync(RemedyProgram.Healthy);

        var byStack = await CommandRun.OfAsync(["import-file", "--stack", "dev", "--cwd", ProjectOf(stack)], stack.Time);
        var byData = await CommandRun.OfAsync(["import-file", "--data", stack.DataDirectory], stack.Time);

        Assert.Equal((0, byData.Output), (byStack.Code, byStack.Output));
        Assert.Contains("\"partnertrust:index:CertificateBinding\"", byStack.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_of_any_project_the_only_data_directory_is_taken()
    {
        await using var stack = await StatusCommandTests.UpAsync(RemedyProgram.Healthy);
        var outside = Folders.Make("outside");
        var own = Directory.CreateDirectory(Path.Combine(outside, ".partnertrust")).FullName;
        Directory.Move(stack.DataDirectory, Path.Combine(own, "dev"));

        var only = await RunAsync(stack, ["--cwd", outside]);
        Directory.CreateDirectory(Path.Combine(own, "other"));
        var several = await RunAsync(stack, ["--cwd", outside]);

        Directory.Move(Path.Combine(own, "dev"), stack.DataDirectory);
        Assert.Equal(0, only.Code);
        Assert.Equal(2, several.Code);
        Assert.Contains("is in no Pulumi project", several.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_of_any_project_what_can_be_given_is_told()
    {
        var run = await CommandRun.OfAsync(["status", "--cwd", Folders.Make("outside")]);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("--stack <NAME>, --data <DIRECTORY> or --config <FILE>", run.Messages, StringComparison.Ordinal);
    }

    private static string ProjectOf(SituationStack stack) => Path.GetDirectoryName(Path.GetDirectoryName(stack.DataDirectory))!;

    private static Task<CommandRun> RunAsync(SituationStack stack, string[] options, Func<string, string?>? environment = null) =>
        CommandRun.OfAsync(["status", .. options], stack.Time, environment);
}
