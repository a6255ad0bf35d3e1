namespace VerifyXunit.Tests;

/// <summary>What our snapshots rely on, of the package and of the stand-in alike: these tests are run with whichever was found.</summary>
public sealed class VerifierTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("one\ntwo", "one\ntwo")]
    [InlineData("one\ntwo", "\uFEFFone\ntwo")]
    [InlineData("one\ntwo", "one\r\ntwo")]
    [InlineData("one\r\ntwo", "one\ntwo")]
    [InlineData("one\ntwo", "one\ntwo\n")]
    [InlineData("", "emptyString")]
    public async Task What_was_accepted_passes_whatever_editors_make_of_its_ends_of_line_and_its_byte_order_mark(string seen, string accepted)
    {
        Write("accepted.verified.txt", accepted);
        Write("accepted.received.txt", "left by a run before");

        var result = await Of(seen, "accepted");

        Assert.Equal(accepted.TrimStart('\uFEFF').ReplaceLineEndings("\n"), result.Text.ReplaceLineEndings("\n"));
        Assert.Equal(["accepted.verified.txt"], Files());
    }

    [Theory]
    [InlineData("one\ntwo", "one\nthree")]
    [InlineData("one\ntwo\n", "one\ntwo")]
    [InlineData("one", "one\n\n")]
    [InlineData("one ", "one")]
    [InlineData("One", "one")]
    public async Task What_differs_fails_and_is_left_beside_what_was_accepted(string seen, string accepted)
    {
        Write("accepted.verified.txt", accepted);

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Of(seen, "accepted"));

        Assert.Equal(["accepted.received.txt", "accepted.verified.txt"], Files());
        Assert.Equal(seen, Read("accepted.received.txt"));
        Assert.Equal(accepted, Read("accepted.verified.txt"));
        Assert.Contains("NotEqual:", failure.Message, StringComparison.Ordinal);
        Assert.Contains(seen, failure.Message, StringComparison.Ordinal);
        Assert.Contains(accepted, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_never_accepted_fails_and_is_left_to_be_renamed()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Of("one", "new"));

        Assert.Equal(["new.received.txt"], Files());
        Assert.Contains("New:", failure.Message, StringComparison.Ordinal);
        Assert.Contains("VerifierTests.new.verified.txt", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_left_is_accepted_by_renaming_it()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => Of("one\r\ntwo", "renamed"));
        File.Move(InFolder("renamed.received.txt"), InFolder("accepted.verified.txt"));

        await Of("one\r\ntwo", "accepted");
    }

    [Fact]
    public async Task An_empty_file_accepts_nothing()
    {
        Write("empty.verified.txt", "");

        await Assert.ThrowsAnyAsync<Exception>(() => Of("one", "empty"));
    }

    [Theory]
    [InlineData("a:b/c", 7, true)]
    public async Task A_case_is_named_by_its_parameters_without_what_no_file_name_may_hold(string text, int number, bool flag)
    {
        const string Method = nameof(A_case_is_named_by_its_parameters_without_what_no_file_name_may_hold);

        await Assert.ThrowsAnyAsync<Exception>(() => Verify("one", Quiet(), Source).UseParameters(text, number, flag).ToTask());
        await Assert.ThrowsAnyAsync<Exception>(() => Verify("one", Quiet(), Source).UseParameters(text).ToTask());
        await Assert.ThrowsAnyAsync<Exception>(() => Verify("one", Quiet(), Source).UseTextForParameters("told").ToTask());

        Assert.Equal(
            [$"{Method}_text=a-b-c.received.txt", $"{Method}_text=a-b-c_number=7_flag=True.received.txt", $"{Method}_told.received.txt"],
            Files());
    }

    [Theory]
    [InlineData("one")]
    public async Task More_values_than_the_test_has_parameters_are_refused(string text)
    {
        await Assert.ThrowsAnyAsync<Exception>(() => Verify("one", Quiet(), Source).UseParameters(text, text).ToTask());

        Assert.Empty(Files());
    }

    [Fact]
    public void Parameters_and_a_text_for_them_are_refused_together()
    {
        var settings = Quiet();
        settings.UseTextForParameters("told");

        Assert.ThrowsAny<Exception>(() => settings.UseParameters("one"));
    }

    [Fact]
    public async Task Two_snapshots_of_one_name_are_refused()
    {
        Write("twice.verified.txt", "one");
        await Of("one", "twice");

        await Assert.ThrowsAnyAsync<Exception>(() => Of("one", "twice"));
    }

    [Fact]
    public async Task Settings_are_closed_when_the_comparison_has_begun()
    {
        Write("begun.verified.txt", "one");
        var comparison = Verify("one", Quiet(), Source).UseMethodName("begun");
        await comparison;

        Assert.ThrowsAny<Exception>(() => comparison.CurrentSettings);
    }

    /// <summary>The source file of the tests, as if it lay in the folder.</summary>
    private string Source => Path.Combine(folder, "VerifierTests.cs");

    private Task<VerifyResult> Of(string seen, string name) => Verify(seen, Quiet(), Source).UseMethodName(name);

    private static VerifySettings Quiet()
    {
        var settings = new VerifySettings();
        settings.DisableDiff();
        return settings;
    }

    private string InFolder(string name) => Path.Combine(folder, $"VerifierTests.{name}");

    private void Write(string name, string text) => File.WriteAllText(InFolder(name), text);

    private string Read(string name) => File.ReadAllText(InFolder(name));

    private IEnumerable<string> Files() => Directory.EnumerateFiles(folder)
        .Select(file => Path.GetFileName(file)["VerifierTests.".Length..]).Order(StringComparer.Ordinal);

    public sealed class Nested
    {
        [Fact]
        public async Task A_nested_class_is_named_after_the_one_around_it()
        {
            var folder = Directory.CreateTempSubdirectory().FullName;

            var failure = await Assert.ThrowsAnyAsync<Exception>(
                () => Verify("one", Quiet(), Path.Combine(folder, "VerifierTests.cs")).UseMethodName("method").ToTask());

            Assert.Contains("VerifierTests.Nested.method.verified.txt", failure.Message, StringComparison.Ordinal);
            Directory.Delete(folder, recursive: true);
        }
    }
}
