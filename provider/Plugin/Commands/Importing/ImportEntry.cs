namespace PartnerTrust.Plugin.Commands.Importing;

/// <summary>An existing resource as <c>pulumi import</c> takes it.</summary>
/// <param name="Type">The last part of the token.</param>
/// <param name="Name">The logical name that the program will know it by.</param>
/// <param name="Id">The id that it imports by.</param>
internal sealed record ImportEntry(string Type, string Name, string Id);
