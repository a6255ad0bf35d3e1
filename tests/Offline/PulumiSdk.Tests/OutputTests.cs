using System.Collections.Immutable;
using Pulumi.Utilities;

namespace Pulumi.Tests;

public sealed class OutputTests
{
    [Fact]
    public async Task A_value_is_known_public_and_without_dependencies()
    {
        var output = Output.Create("a");
        Assert.Equal("a", await OutputUtilities.GetValueAsync(output));
        Assert.True(await OutputUtilities.GetIsKnownAsync(output));
        Assert.False(await Output.IsSecretAsync(output));
        Assert.Empty(await OutputUtilities.GetDependenciesAsync(output));
    }

    [Fact]
    public async Task What_is_made_of_a_secret_is_secret_until_it_is_declared_not_to_be()
    {
        var derived = Output.CreateSecret("pw").Apply(text => text.Length);
        Assert.True(await Output.IsSecretAsync(derived));
        Assert.Equal(2, await OutputUtilities.GetValueAsync(derived));
        Assert.False(await Output.IsSecretAsync(Output.Unsecret(derived)));
    }

    [Fact]
    public async Task A_function_never_sees_an_unknown_value()
    {
        var called = false;
        var derived = OutputUtilities.CreateUnknown("?").Apply(text =>
        {
            called = true;
            return text;
        });
        Assert.False(await OutputUtilities.GetIsKnownAsync(derived));
        Assert.False(called);
    }

    [Fact]
    public async Task A_function_may_answer_with_a_task_an_output_or_an_input()
    {
        var one = Output.Create(1);
        Assert.Equal(2, await OutputUtilities.GetValueAsync(one.Apply(value => Task.FromResult(value + 1))));
        Assert.True(await Output.IsSecretAsync(one.Apply(value => Output.CreateSecret(value))));
        Assert.Equal(3, await OutputUtilities.GetValueAsync(one.Apply(value => (Input<int>)(value + 2))));
    }

    [Fact]
    public async Task The_whole_is_secret_when_a_part_is_and_unknown_when_a_part_is()
    {
        var whole = Output.All(Output.Create(1), Output.CreateSecret(2));
        Assert.Equal("1 2", string.Join(' ', await OutputUtilities.GetValueAsync(whole)));
        Assert.True(await Output.IsSecretAsync(whole));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.Tuple(Output.Create(1), OutputUtilities.CreateUnknown(""))));
    }

    [Fact]
    public async Task Text_is_formatted_from_outputs_inputs_and_plain_values()
    {
        Input<string> host = "atl-cs-001";
        var text = Output.Format($"https://{host}.{Output.CreateSecret("litwareinc.com")}:{443}");
        Assert.Equal("https://atl-cs-001.litwareinc.com:443", await OutputUtilities.GetValueAsync(text));
        Assert.True(await Output.IsSecretAsync(text));
    }

    [Fact]
    public async Task Eight_outputs_of_several_types_are_joined()
    {
        var all = Output.Tuple(
            Output.Create(1), Output.Create("2"), Output.Create(3), Output.Create(4),
            Output.Create(5), Output.Create(6), Output.Create(7), Output.Create(true));
        Assert.Equal((1, "2", 3, 4, 5, 6, 7, true), await OutputUtilities.GetValueAsync(all));
    }

    [Fact]
    public async Task A_secret_setter_of_generated_code_makes_its_value_secret()
    {
        Input<string>? value = "pw";
        Input<string>? secret = Output.Tuple<Input<string>?, int>(value, Output.CreateSecret(0)).Apply(pair => pair.Item1);
        Assert.Equal("pw", await OutputUtilities.GetValueAsync(secret.ToOutput()));
        Assert.True(await Output.IsSecretAsync(secret.ToOutput()));

        InputList<string> list = new[] { "a" };
        InputList<string> secretList = Output.All(list, Output.CreateSecret(ImmutableArray.Create<string>())).Apply(parts => parts[0]);
        Assert.True(await Output.IsSecretAsync(secretList.ToOutput()));
    }

    [Fact]
    public async Task A_list_is_built_from_elements_and_other_lists()
    {
        InputList<string> list = new() { "a", Output.Create("b") };
        list.AddRange(new[] { "c" });
        Assert.Equal("a b c", string.Join(' ', await OutputUtilities.GetValueAsync(list.ToOutput())));
    }

    [Fact]
    public async Task A_map_is_built_by_name_and_the_last_of_a_name_wins()
    {
        InputMap<int> map = new() { ["a"] = 1, ["b"] = Output.Create(2) };
        var merged = InputMap<int>.Merge(map, new() { ["a"] = 3 });
        var value = await OutputUtilities.GetValueAsync(merged.ToOutput());
        Assert.Equal((3, 2), (value["a"], value["b"]));
    }

    [Fact]
    public void A_union_holds_one_of_two()
    {
        Union<int, string> union = "text";
        Assert.True(union.IsT1);
        Assert.Equal("text", union.Match(number => $"{number}", text => text));
        Assert.Throws<InvalidOperationException>(() => union.AsT0);
    }
}
