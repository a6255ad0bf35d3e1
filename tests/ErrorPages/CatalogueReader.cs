using System.Collections.Immutable;
using System.Reflection;
using System.Xml.Linq;
using PartnerTrust.Testing.Samples;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.ErrorPages;

/// <summary>Reads the catalogue as the compiler understood it: the doc comment of each factory, and the number of the fault that it makes.</summary>
public static class CatalogueReader
{
    /// <summary>The catalogue of this build, by number.</summary>
    public static ImmutableArray<CatalogueEntry> ReadAll() =>
        Read(XDocument.Load(Path.ChangeExtension(typeof(FaultCatalogue).Assembly.Location, ".xml"), LoadOptions.PreserveWhitespace));

    /// <param name="documentation">What the compiler writes of the assembly with the catalogue.</param>
    /// <exception cref="InvalidDataException">A factory has no doc comment, or one with an element that no page can show.</exception>
    public static ImmutableArray<CatalogueEntry> Read(XDocument documentation)
    {
        var comments = documentation.Descendants("member").ToLookup(member => member.Attribute("name")?.Value, StringComparer.Ordinal);
        return
        [
            .. MadeFault.All(MessageForm.Sample)
                .Select(made => Entry(made, comments[IdOf(made.Factory)].FirstOrDefault() ?? throw Uncommented(made)))
                .OrderBy(entry => entry.Number, StringComparer.Ordinal),
        ];
    }

    private static InvalidDataException Uncommented(MadeFault made) => new($"{made.Fault.Code}: {made.Factory.Name} has no doc comment.");

    /// <summary>By what the compiler calls a method in the documentation.</summary>
    private static string IdOf(MethodInfo method)
    {
        var parameters = string.Join(',', method.GetParameters().Select(parameter => IdOf(parameter.ParameterType)));
        return $"M:{method.DeclaringType!.FullName}.{method.Name}{(parameters.Length == 0 ? "" : $"({parameters})")}";
    }

    private static string IdOf(Type type) => type.IsGenericType
        ? $"{type.Namespace}.{type.Name.Split('`')[0]}{{{string.Join(',', type.GetGenericArguments().Select(IdOf))}}}"
        : type.FullName!;

    private static CatalogueEntry Entry(MadeFault made, XElement comment)
    {
        var number = made.Fault.Code;
        return new CatalogueEntry(
            number,
            made.Fault.IsWarning,
            CommentMarkdown.Of(comment.Element("summary"), number),
            CommentMarkdown.Of(comment.Element("cause"), number),
            CommentMarkdown.Of(comment.Element("seen"), number),
            CommentMarkdown.Of(comment.Element("remedy"), number),
            [.. comment.Elements("sign").Select(sign => CommentMarkdown.OneLine(sign.Value))],
            MessageForm.Of(made.Fault));
    }
}
