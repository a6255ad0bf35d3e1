using System.Xml.Linq;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews.Properties;

/// <summary>A field of the schema.</summary>
/// <param name="Name">For example <c>item:Subject</c>.</param>
internal sealed record FieldPath(string Name) : PathToElement
{
    private static readonly string[] Numbers = ["Size", "TotalCount", "ChildFolderCount", "UnreadCount", "ReminderMinutesBeforeStart"];

    /// <summary>The name of the element that holds it.</summary>
    public string Element { get; } = Name[(Name.IndexOf(':', StringComparison.Ordinal) + 1)..];

    public override ValueKind Kind =>
        Element.StartsWith("DateTime", StringComparison.Ordinal) || Element is "LastModifiedTime" or "ReminderDueBy" ? ValueKind.Time
        : Numbers.Contains(Element) ? ValueKind.Number
        : Element.StartsWith("Is", StringComparison.Ordinal) || Element is "HasAttachments" or "ReminderIsSet" ? ValueKind.Truth
        : Element is "Importance" or "Sensitivity" ? ValueKind.Level
        : ValueKind.Text;

    public override IEnumerable<XElement> In(XElement whole) => whole.Elements(SoapNames.Types + Element);
}
