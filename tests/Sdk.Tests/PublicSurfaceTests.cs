using System.Collections.Immutable;
using System.Reflection;
using PartnerTrust.SdkGenerator.Schema;

namespace Pulumi.PartnerTrust.Tests;

/// <summary>Holds the compiled classes against the schema, by reflection and without the generator's help.</summary>
public sealed class PublicSurfaceTests
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Assembly Sdk = typeof(Provider).Assembly;

    public static TheoryData<string> Resources { get; } =
        new(CommittedSdk.Schema.Resources.Append(CommittedSdk.Schema.Provider).Select(resource => resource.Name));

    public static TheoryData<string> Functions { get; } = new(CommittedSdk.Schema.Functions.Select(function => Names.Pascal(function.Name)));

    [Theory]
    [MemberData(nameof(Resources))]
    public void A_resource_has_every_output_and_argument_of_the_schema_and_no_other(string name)
    {
        var schema = Resource(name);
        var type = Type(name);
        Assert.Equal(
            schema.Outputs.Select(property => (property.Name, property.Member)),
            Outputs(type).OrderBy(output => output.Name, StringComparer.Ordinal));
        AssertArguments(schema.Inputs, Type($"{name}Args"));
        Assert.Equal(schema.Token, type.GetCustomAttribute<ResourceTypeAttribute>()!.Type);
        Assert.Equal(CommittedSdk.Schema.Version, type.GetCustomAttribute<ResourceTypeAttribute>()!.Version);
    }

    [Fact]
    public void A_provider_tells_only_those_settings_that_are_texts() =>
        Assert.Equal(["dataDirectory", "engine", "proveOnPreview", "transcript"], Outputs(typeof(Provider)).Select(output => output.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Resources))]
    public void A_resource_derives_from_its_kind_and_custom_ones_can_be_looked_up(string name)
    {
        var schema = Resource(name);
        var type = Type(name);
        Assert.Equal(
            schema.IsProvider ? typeof(ProviderResource) : schema.IsComponent ? typeof(ComponentResource) : typeof(CustomResource),
            type.BaseType);
        var get = type.GetMethod("Get", BindingFlags.Public | BindingFlags.Static);
        Assert.Equal(schema.IsProvider || schema.IsComponent, get is null);
        if (schema.State is { } state && get is not null)
        {
            AssertArguments(state, Type($"{name}State"));
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_is_called_with_plain_and_with_output_arguments(string name)
    {
        var schema = CommittedSdk.Schema.Functions.Single(function => Names.Pascal(function.Name) == name);
        var methods = Type(name).GetMethods(BindingFlags.Public | BindingFlags.Static);
        Assert.Equal(["Invoke", "Invoke", "InvokeAsync"], methods.Select(method => method.Name).Order());
        AssertArguments(schema.Inputs, Type($"{name}Args"));
        AssertArguments(schema.Inputs, Type($"{name}InvokeArgs"));
        AssertFields(schema.Outputs, Type($"{name}Result"));
    }

    [Fact]
    public void Every_nested_object_has_its_classes()
    {
        var usage = TypeUsage.Of(CommittedSdk.Schema);
        foreach (var type in CommittedSdk.Schema.Types.OfType<ObjectTypeSchema>())
        {
            if (usage.Inputs.Contains(type.Name))
            {
                AssertArguments(type.Properties, Type($"Inputs.{type.Name}Args"));
            }

            if (usage.Outputs.Contains(type.Name))
            {
                AssertFields(type.Properties, Type($"Outputs.{type.Name}"));
            }
        }
    }

    [Fact]
    public void Every_enumeration_lists_its_values()
    {
        foreach (var schema in CommittedSdk.Schema.Types.OfType<EnumTypeSchema>())
        {
            var type = Type(schema.Name);
            var values = type.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.GetValue(null)!.ToString()!);
            Assert.Equal(schema.Members.Select(member => member.Value).Order(StringComparer.Ordinal), values.Order(StringComparer.Ordinal));
            Assert.NotNull(type.GetCustomAttribute<EnumTypeAttribute>());
        }
    }

    [Fact]
    public void Every_setting_of_the_stack_has_a_property() => Assert.Equal(
        CommittedSdk.Schema.Config.Select(setting => setting.Member).Order(),
        typeof(Config).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.Name).Order());

    [Fact]
    public void Nothing_else_is_public()
    {
        var classes = new HashSet<string>(
            CommittedSdk.Schema.Resources.Append(CommittedSdk.Schema.Provider)
                .SelectMany(resource => new[] { "", "Args", "State" }.Select(suffix => resource.Name + suffix))
                .Concat(CommittedSdk.Schema.Functions.SelectMany(
                    function => new[] { "", "Args", "InvokeArgs", "Result" }.Select(suffix => Names.Pascal(function.Name) + suffix)))
                .Concat(CommittedSdk.Schema.Types.SelectMany(type => new[] { type.Name, type.Name + "Args" }))
                .Append("Config").Append("Types"));
        Assert.Empty(Sdk.GetExportedTypes().Select(type => type.Name).Except(classes));
    }

    private static void AssertArguments(ImmutableArray<PropertySchema> properties, Type type)
    {
        var arguments = type.GetFields(Members).Select(field => (Member: (MemberInfo)field, Type: field.FieldType))
            .Concat(type.GetProperties(Members).Select(property => (Member: (MemberInfo)property, Type: property.PropertyType)))
            .Select(entry => (Input: entry.Member.GetCustomAttributesData().SingleOrDefault(
                data => data.AttributeType == typeof(InputAttribute)), entry.Type))
            .Where(entry => entry.Input is not null)
            .Select(entry => (
                Name: (string)entry.Input!.ConstructorArguments[0].Value!,
                Required: (bool)entry.Input.ConstructorArguments[1].Value!));
        Assert.Equal(
            properties.Select(property => (property.Name, property.IsRequired)),
            arguments.OrderBy(argument => argument.Name, StringComparer.Ordinal));
        Assert.Equal(
            properties.Select(property => property.Member),
            type.GetProperties(Members).Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    private static void AssertFields(ImmutableArray<PropertySchema> properties, Type type)
    {
        Assert.NotNull(type.GetCustomAttribute<OutputTypeAttribute>());
        Assert.Equal(
            properties.Select(property => property.Member), type.GetFields().Select(field => field.Name).Order(StringComparer.Ordinal));
        var constructor = type.GetConstructors(Members).Single(candidate => candidate.GetCustomAttribute<OutputConstructorAttribute>() is not null);
        Assert.Equal(properties.Select(property => property.Name), constructor.GetParameters().Select(parameter => parameter.Name));
    }

    private static IEnumerable<(string Name, string Member)> Outputs(Type type) =>
        from property in type.GetProperties(Members)
        let output = property.GetCustomAttribute<OutputAttribute>()
        where output is not null
        select (output.Name!, property.Name);

    private static ResourceSchema Resource(string name) =>
        CommittedSdk.Schema.Resources.Append(CommittedSdk.Schema.Provider).Single(resource => resource.Name == name);

    private static Type Type(string name) => Sdk.GetType($"Pulumi.PartnerTrust.{name}", throwOnError: true)!;
}
